using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class AccountShape : BlockShape<ChannelAccountDefinition>
{
    private readonly Field<string> _network;
    private readonly Field<string> _handle;

    public AccountShape()
        : base("account", "an account, e.g. { network: instagram, handle: radhaus }", "A client's account on a network.")
    {
        _network = Required("network", new LineShape("a network"), "The network: facebook, instagram, x (or twitter), linkedin, mastodon, bluesky, ... or any other.");
        _handle = Required("handle", LineShape.Any, "The account's own name on the network, by which its own comments are recognised.");
    }

    protected override ChannelAccountDefinition Build(Shapes.Values values) => new(new(values.Id), values.Of(_network), values.Of(_handle));
}
