using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>The keys that say where a pattern or a guard applies; they stand beside its others.</summary>
internal sealed class ScopeFields(ScopeFields.Declare declare)
{
    private readonly Field<string?> _client = declare("client", References.Maybe(LineShape.Any), null, "Only for this client.", "scope.client");
    private readonly Field<string?> _network = declare("network", References.Maybe(new LineShape("a network")), null, "Only on this network.", "scope.network");
    private readonly Field<string?> _account = declare("account", References.Maybe(LineShape.Any), null, "Only on this account.", "scope.account");

    /// <summary>How a block declares a key that may be left out.</summary>
    public delegate Field<string?> Declare(string key, Shape<string?> shape, string? otherwise, string meaning, string? segment);

    public ResponseScope Of(Shapes.Values values) => new(
        values.Of(_client) is { } client ? new ClientId(client) : null,
        values.Of(_network),
        values.Of(_account) is { } account ? new ChannelAccountId(account) : null);
}
