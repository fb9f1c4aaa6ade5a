using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Puts handles together and takes them apart. What is audited names networks and ids, never a customer.</summary>
internal static class CustomerLinks
{
    public static async ValueTask<Customer> ReadAsync(IStoreTransaction transaction, CustomerId id, CancellationToken cancellationToken)
        => new(id, [.. (await CustomerRecords.OfAsync(transaction, id, cancellationToken).ConfigureAwait(false)).Select(h => h.Value.Handle)]);

    public static async ValueTask<Customer> LinkAsync(IStoreTransaction transaction, CustomerHandle first, CustomerHandle second, CustomerId newId, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (first.Client != second.Client)
        {
            throw new InvalidTransitionException("A customer", $"is one client's: {first.Client} and {second.Client} are two controllers, and their customers are not put together.");
        }

        if (first.Key == second.Key)
        {
            throw new InvalidTransitionException("A customer", "needs two handles; these are the same one.");
        }

        var (one, two) = (await GroupAsync(transaction, first, cancellationToken).ConfigureAwait(false), await GroupAsync(transaction, second, cancellationToken).ConfigureAwait(false));
        var id = one[0]?.Value.Customer ?? two[0]?.Value.Customer ?? newId;
        if (one[0] is null || two[0] is null || one[0]!.Value.Customer != two[0]!.Value.Customer)
        {
            if (one.Count + two.Count > CustomerRecords.MostHandles)
            {
                throw new InvalidTransitionException("A customer", $"has at most {CustomerRecords.MostHandles} handles; these would be {one.Count + two.Count}.");
            }

            await JoinAsync(transaction, one, first, id, actor, now, cancellationToken).ConfigureAwait(false);
            await JoinAsync(transaction, two, second, id, actor, now + Duration.FromTicks(10), cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "customer.linked", id.Value, $"A handle on {second.Network} is the same customer as one on {first.Network}; {one.Count + two.Count} handles in all."), cancellationToken).ConfigureAwait(false);
        }

        return await ReadAsync(transaction, id, cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask UnlinkAsync(IStoreTransaction transaction, CustomerHandle handle, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(CustomerRecords.Handles, handle.Key, cancellationToken).ConfigureAwait(false) is not { } linked)
        {
            throw new InvalidTransitionException("The handle", "is not linked to another one.");
        }

        var customer = linked.Value.Customer;
        await transaction.RemoveAsync(CustomerRecords.Handles.Name, handle.Key, linked.Version, cancellationToken).ConfigureAwait(false);
        var left = await CustomerRecords.OfAsync(transaction, customer, cancellationToken).ConfigureAwait(false);
        if (left is [var last])
        {
            await transaction.RemoveAsync(CustomerRecords.Handles.Name, last.Value.Key, last.Version, cancellationToken).ConfigureAwait(false);
        }

        await transaction.AppendAsync(new AuditEvent(now, actor, "customer.unlinked", customer.Value, $"A handle on {handle.Network} is somebody else; {(left.Count == 1 ? 0 : left.Count)} handles are left."), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The handles with which one is linked, or one that stands for it alone.</summary>
    private static async ValueTask<IReadOnlyList<Stored<LinkedHandle>?>> GroupAsync(IStoreTransaction transaction, CustomerHandle handle, CancellationToken cancellationToken)
    {
        var linked = await transaction.FindAsync(CustomerRecords.Handles, handle.Key, cancellationToken).ConfigureAwait(false);
        if (linked is null)
        {
            return [null];
        }

        return await CustomerRecords.OfAsync(transaction, linked.Value.Customer, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask JoinAsync(IStoreTransaction transaction, IReadOnlyList<Stored<LinkedHandle>?> group, CustomerHandle alone, CustomerId id, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        foreach (var known in group)
        {
            var next = known is null ? new LinkedHandle(alone.Key, alone, id, now, actor) : known.Value with { Customer = id };
            await transaction.PutAsync(CustomerRecords.Handles, next, known?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        }
    }
}
