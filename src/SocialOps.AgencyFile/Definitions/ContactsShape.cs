using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>How somebody is reached: <c>mail: lena@studio.example</c>, the preferred way first.</summary>
internal sealed class ContactsShape : Shape<IReadOnlyList<ContactMethod>>
{
    public static readonly ContactsShape Instance = new();

    private static readonly ListShape<string> s_addresses = new(new LineShape("an address"));

    public override string Name => "contacts";

    public override string Noun => "a block of contacts, e.g. 'mail: lena@studio.example'";

    public override IReadOnlyList<ContactMethod> Nothing => [];

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = "How somebody is reached, the preferred way first: mail, phone, sms or another way that notices are sent.",
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = MapShape<string>.IdPattern },
        ["additionalProperties"] = book.Refer(s_addresses),
    };

    protected override IReadOnlyList<ContactMethod> ReadWritten(Node node, Place place)
    {
        if (node is not MapNode map)
        {
            return Refuse(node, place);
        }

        var contacts = new List<ContactMethod>();
        foreach (var entry in place.Distinct(map))
        {
            var addresses = s_addresses.Read(entry.Value, place.Entry(entry));
            foreach (var address in addresses)
            {
                place.Report.Locate($"{place.Path}[{contacts.Count}]", entry.Value.At);
                contacts.Add(new(entry.Key.Text, address));
            }

            if (addresses.Count == 0)
            {
                place.Report.MarkFaulty(place.Path);
            }
        }

        return contacts;
    }
}
