using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>How long what customers wrote is kept: <c>{ deliveries: 30, items: 365 }</c>, in days.</summary>
internal sealed class RetentionShape : BlockShape<RetentionDefinition>
{
    private readonly Field<int> _deliveries;
    private readonly Field<int> _items;

    public RetentionShape()
        : base("retention", "how long things are kept", "How long what customers wrote is kept, in days.")
    {
        _deliveries = Optional("deliveries", NumberShape.Instance, RetentionDefinition.Usual.DeliveryDays, "For how many days the bytes that a platform has shown are kept; without it 30.", "deliveryDays");
        _items = Optional("items", NumberShape.Instance, RetentionDefinition.Usual.ItemDays, "For how many days after its case was closed an item is kept; without it 365.", "itemDays");
    }

    protected override RetentionDefinition Build(Shapes.Values values) => new() { DeliveryDays = values.Of(_deliveries), ItemDays = values.Of(_items) };
}
