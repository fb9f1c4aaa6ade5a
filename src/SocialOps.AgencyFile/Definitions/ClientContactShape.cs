using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ClientContactShape : BlockShape<ClientContact>
{
    private readonly Field<string> _name;
    private readonly Field<IReadOnlyList<ContactMethod>> _contacts;
    private readonly Field<bool> _emergency;
    private readonly Field<IReadOnlyList<string>?> _topics;

    public ClientContactShape()
        : base("client-contact", "a contact's block of keys", "Somebody at a client whom the agency may reach.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _contacts = Required("contacts", ContactsShape.Instance, "How the contact is reached, the preferred way first.");
        _emergency = Optional("emergency", FlagShape.Instance, false, "May be reached at any hour, weekends too: the last step of every escalation.", "isEmergency");
        _topics = Optional<IReadOnlyList<string>?>("topics", new ConvertedShape<IReadOnlyList<string>, IReadOnlyList<string>?>(new ListShape<string>(new LineShape("a topic")), topics => topics), null, "What the contact is responsible for; without them everything.");
    }

    protected override ClientContact Build(Shapes.Values values)
        => new(values.Id, values.Of(_name), values.Of(_contacts), values.Of(_emergency), values.Of(_topics));
}
