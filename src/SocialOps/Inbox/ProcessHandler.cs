using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Reads a stored delivery: an item that opens or joins a case, an item that we know already, or something for quarantine.</summary>
internal sealed class ProcessHandler(SnapshotCache snapshots, CaseUnit cases, IIdGenerator ids) : ITransactionalHandler
{
    public const string WorkKind = "inbox.process";

    public string Kind => WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(InboxRecords.Raw, work.SubjectId, cancellationToken).ConfigureAwait(false) is not { } raw)
        {
            return WorkOutcome.Superseded("Its bytes were erased.");
        }

        if (await snapshots.FindCurrentAsync(transaction, cancellationToken).ConfigureAwait(false) is not { } agency)
        {
            return new WorkOutcome.RetryAt(now + Duration.FromMinutes(1), "No agency is defined yet; it waits.");
        }

        var (fact, findings) = InboundLine.Read(raw.Value.Bytes);
        if (fact is null || ClientOf(raw.Value, fact, agency, ref findings) is not { } client)
        {
            return await Quarantine.EnterAsync(transaction, raw, [.. findings.Where(f => f.Severity == FindingSeverity.Error)], now, cancellationToken).ConfigureAwait(false);
        }

        raw = await Quarantine.LeaveAsync(transaction, raw, Actor.Engine, "It was read.", now, cancellationToken).ConfigureAwait(false);
        var id = InboundItem.KeyOf(fact.Account?.Value ?? client.Id.Value, fact.Network, fact.ExternalId);
        if (await transaction.FindAsync(InboxRecords.Items, id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return await LearnAsync(transaction, known, fact, agency, client, now, cancellationToken).ConfigureAwait(false);
        }

        if (await ErasedItems.HasAsync(transaction, id, cancellationToken).ConfigureAwait(false))
        {
            await transaction.RemoveAsync(InboxRecords.Raw.Name, raw.Value.Id, raw.Version, cancellationToken).ConfigureAwait(false);
            return WorkOutcome.Superseded("It was erased.");
        }

        if (await IsOurOwnAsync(transaction, client, fact, cancellationToken).ConfigureAwait(false))
        {
            await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "inbox.own", id, "It is our own post."), cancellationToken).ConfigureAwait(false);
            return WorkOutcome.Superseded("It is our own post.");
        }

        await AddAsync(transaction, id, client, fact, agency, raw.Value.ReceivedAt, now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }

    private static ClientDefinition? ClientOf(RawDelivery raw, InboundFact fact, AgencySnapshot agency, ref IReadOnlyList<Finding> findings)
    {
        if (fact.Account is { } account)
        {
            if (agency.FindClientOf(account) is { } owner)
            {
                return owner;
            }

            findings = [Finding.Error("account", $"'{account}' is no client's account. Add it to a client, or leave the member out.")];
            return null;
        }

        return raw.Client is { } client ? agency.FindClient(client) : agency.Definition.Clients is [var first, ..] ? first : null;
    }

    /// <summary>One more fact about an item that we know. A person's label stays whatever the text becomes.</summary>
    private async ValueTask<WorkOutcome> LearnAsync(IStoreTransaction transaction, Stored<InboundItem> known, InboundFact fact, AgencySnapshot agency, ClientDefinition client, Instant now, CancellationToken cancellationToken)
    {
        var next = known.Value.With(fact);
        if (next == known.Value)
        {
            return WorkOutcome.Superseded("It is known already.");
        }

        if (next.Text != known.Value.Text && known.Value.Classification.Labels is not [{ Source.Kind: Responses.LabelSourceKind.Human }, ..])
        {
            next = next with { Classification = agency.GetPolicy(client.Agreement.Policy).Classify(next.Text, next.FactsForPolicy()), Revision = agency.Revision };
        }

        await transaction.PutAsync(InboxRecords.Items, next, known.Version, cancellationToken).ConfigureAwait(false);
        if (next.DeletedAt is not null && known.Value.DeletedAt is null)
        {
            await transaction.ScheduleAsync(RetentionRow.Of(next.Case, now), cancellationToken).ConfigureAwait(false);
        }

        var open = await transaction.GetAsync(InboxRecords.Cases, known.Value.Case.Value, cancellationToken).ConfigureAwait(false);
        await cases.ExecuteAsync(transaction, open, new CaseCommand.Learned(known.Value, next), Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }

    /// <summary>Own posts are recognised by the account's handle and by the network's id of what we sent.</summary>
    private static async ValueTask<bool> IsOurOwnAsync(IStoreTransaction transaction, ClientDefinition client, InboundFact fact, CancellationToken cancellationToken)
    {
        if (client.Accounts.Any(a => Networks.Canonical(a.Network) == fact.Network && string.Equals(a.Handle.TrimStart('@'), fact.Author.TrimStart('@'), StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var key = PublicationRecords.SentKey(fact.Network, fact.ExternalId);
        var sent = await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 3, key, key + "\u0001", 1), cancellationToken).ConfigureAwait(false);
        return sent.Items.Count > 0;
    }

    private async ValueTask AddAsync(IStoreTransaction transaction, string id, ClientDefinition client, InboundFact fact, AgencySnapshot agency, Instant receivedAt, Instant now, CancellationToken cancellationToken)
    {
        var threadId = ThreadId(client.Id, fact);
        var thread = await transaction.FindAsync(InboxRecords.Threads, threadId, cancellationToken).ConfigureAwait(false);
        var joined = thread is null ? null : await transaction.FindAsync(InboxRecords.Cases, thread.Value.Case.Value, cancellationToken).ConfigureAwait(false);
        var isOpen = joined is { Value.ClosedAt: null } || joined?.Value.IsReopenedBy(fact.Author) == true;
        var policy = agency.GetPolicy(client.Agreement.Policy);
        var crisis = isOpen ? null : await ClientCrises.ReadAsync(transaction, client.Id, cancellationToken).ConfigureAwait(false);
        var facts = Triage.FactsOf(agency, client, fact, (int)(crisis?.Level ?? joined!.Value.Alarm.Level));
        var outcome = policy.Evaluate(fact.Text, facts);
        var item = new InboundItem
        {
            Id = id,
            Client = client.Id,
            Account = fact.Account,
            Network = fact.Network,
            ExternalId = fact.ExternalId,
            Kind = fact.Kind,
            Author = fact.Author,
            WrittenAt = fact.WrittenAt,
            ReceivedAt = receivedAt,
            Text = fact.Text,
            TextWasChanged = fact.TextWasChanged,
            TextAt = fact.TextAt,
            DeletedAt = fact.DeletedAt,
            Thread = threadId,
            Counters = fact.Counters,
            Classification = outcome.Classification,
            Response = new(outcome.Pattern, outcome.Guards, facts.ClientReplies, facts.CrisisLevel),
            Revision = agency.Revision,
            Case = isOpen ? joined!.Value.Id : new CaseId(ids.NewId()),
        };
        await transaction.PutAsync(InboxRecords.Items, item, 0, cancellationToken).ConfigureAwait(false);
        await transaction.ScheduleAsync(HourHandler.RowOf(item), cancellationToken).ConfigureAwait(false);
        if (item.DeletedAt is not null)
        {
            await transaction.ScheduleAsync(RetentionRow.Of(item.Case, now), cancellationToken).ConfigureAwait(false);
        }

        if (PoolGaps.IsOne(outcome, fact.Text, agency, now))
        {
            await transaction.PutAsync(ResponseRecords.Gaps, new PoolGap(id, client.Id, outcome.Classification.Category, now), 0, cancellationToken).ConfigureAwait(false);
        }

        if (isOpen)
        {
            await cases.ExecuteAsync(transaction, joined!, new CaseCommand.Join(item), Actor.Engine, now, cancellationToken).ConfigureAwait(false);
            return;
        }

        await transaction.PutAsync(InboxRecords.Threads, new ConversationThread(threadId, item.Case), thread?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        var terms = (await cases.TermsAsync(transaction, client.Id, null, cancellationToken).ConfigureAwait(false)).In(crisis!);
        if (outcome.Find(ActionKind.Thank) is not null)
        {
            await CaseUnit.LoadConformityAsync(transaction, terms, QualitySample.Engine, item.Classification.Category, cancellationToken).ConfigureAwait(false);
        }

        var usual = await AccountUsual.PercentilesAsync(transaction, AccountUsual.PlaceOf(client.Id, fact.Account, fact.Network), cancellationToken).ConfigureAwait(false);
        var opened = new Stored<Case>(CaseOpening.StateOf(item, terms, now) with { Usual = usual, UsedWordings = joined?.Value.UsedWordings ?? [] }, 0);
        await CaseUnit.ExecuteAsync(transaction, opened, new CaseCommand.Open(item, new(ids.NewId())), terms, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The thread that the network names, else what it answers, else the item itself.</summary>
    private static string ThreadId(ClientId client, InboundFact fact) => InboundItem.Bounded($"{client}/{fact.Network}/{fact.Thread ?? fact.InReplyTo ?? fact.ExternalId}");
}
