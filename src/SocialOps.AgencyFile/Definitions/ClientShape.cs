using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ClientShape : BlockShape<ClientDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<IReadOnlyList<ChannelAccountDefinition>> _accounts;
    private readonly Field<IReadOnlyList<ClientContact>> _contacts;
    private readonly Field<IReadOnlyList<CampaignDefinition>> _campaigns;
    private readonly Field<IReadOnlyList<ExpertDefinition>> _experts;
    private readonly Field<StrategyDefinition?> _strategy;
    private readonly Field<BriefingDefinition?> _briefing;
    private readonly Field<AgreementDefinition> _agreement;

    public ClientShape()
        : base("client", "a client's block of keys", "A client with what was agreed.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _accounts = Optional("accounts", new MapShape<ChannelAccountDefinition>(new AccountShape(), "radhaus-instagram"), "The client's accounts by id.");
        _contacts = Optional("contacts", new MapShape<ClientContact>(new ClientContactShape(), "petersen"), "Whom the agency may reach at the client, by id; at least one of them at any hour.");
        _campaigns = Optional("campaigns", new MapShape<CampaignDefinition>(new CampaignShape(), "sommerfest", byName: true), "When more than usual comes in, and is meant to.");
        _experts = Optional("experts", new ListShape<ExpertDefinition>(new ExpertShape()), "Who knows about which topic and is asked directly.");
        _strategy = Optional("strategy", new ConvertedShape<StrategyDefinition, StrategyDefinition?>(new StrategyShape(), s => s), null, "Why the client is on social media at all.");
        _briefing = Optional("briefing", new ConvertedShape<BriefingDefinition, BriefingDefinition?>(new BriefingShape(), b => b), null, "What people read and confirm before they work for the client.");
        _agreement = Required("agreement", new AgreementShape(), "What was agreed.");
    }

    protected override ClientDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Name = values.Of(_name),
        Accounts = values.Of(_accounts),
        Contacts = values.Of(_contacts),
        Campaigns = values.Of(_campaigns),
        Experts = values.Of(_experts),
        Strategy = values.Of(_strategy),
        Briefing = values.Of(_briefing),
        Agreement = values.Of(_agreement),
    };
}
