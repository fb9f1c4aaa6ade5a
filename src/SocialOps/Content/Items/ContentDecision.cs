using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>Decides what a command does to an item. Pure: the same arguments give the same transition.</summary>
internal static class ContentDecision
{
    public static ContentTransition Create(ContentItemId id, ClientId client, ContentBrief brief, IReadOnlyList<Variant> variants, ContentTerms terms, Actor actor, Instant now)
    {
        RequireWriter(actor, terms, client);
        var revision = Revision.Create(id, 1, variants, actor, now);
        var item = new ContentItem
        {
            Id = id,
            Client = client,
            Brief = brief,
            Revision = 1,
            Variants = [.. revision.Variants.Select(v => new VariantStatus(v.Account, v.ComputeHash()))],
            Author = actor,
            LastEditor = actor,
            CreatedAt = now,
        };
        return new(item, [new(now, actor, "content.created", id.Value, $"{brief.Title}: {Summary(item.Variants)}")], revision);
    }

    /// <exception cref="InvalidTransitionException">The command is not possible now, or not to this actor.</exception>
    public static ContentTransition Decide(ContentItem state, ContentCommand command, ContentTerms terms, Actor actor, Instant now)
    {
        if (command is not (ContentCommand.Move { Trigger: not VariantTrigger.Withdraw } or ContentCommand.AgreeDates or ContentCommand.CompleteStep or ContentCommand.CheckStep))
        {
            RequireWriter(actor, terms, state.Client); // approvals know who may move it, a process knows whose a step is
        }

        return command switch
        {
            ContentCommand.Revise revise => Revise(state, revise.Variants, actor, now),
            ContentCommand.Schedule schedule => Schedule(state, schedule.Window, actor, now),
            ContentCommand.Describe describe => Changed(state, state with { Brief = describe.Brief }, "content.described", describe.Brief.Title, actor, now),
            ContentCommand.AddAsset add => AddAsset(state, add.Asset, actor, now),
            ContentCommand.Move move => Move(state, move, actor, now),
            ContentCommand.BeginProcess begin => BeginProcess(state, begin.Template, terms, actor, now),
            ContentCommand.AgreeDates => Step(state, p => p.Agree(PersonOf(actor)), "dates-agreed", "The dates of their steps", actor, now),
            ContentCommand.CompleteStep done => Step(state, p => p.Complete(done.Step, PersonOf(actor), now), "step-done", done.Step, actor, now),
            ContentCommand.CheckStep check => Step(state, p => p.Check(check.Step, PersonOf(actor), check.IsAccepted, check.Note, now), check.IsAccepted ? "step-checked" : "step-returned", $"{check.Step}: {check.Note}", actor, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command of an item."),
        };
    }

    /// <summary>Writing is for the agency's authors, the client's own contacts, and programs that import.</summary>
    public static void RequireWriter(Actor actor, ContentTerms terms, ClientId client)
    {
        var may = actor.Kind switch
        {
            ActorKind.Person => terms.Authors.Contains(new(actor.Id)),
            ActorKind.ClientContact => terms.Contacts.Contains(actor.Id),
            _ => true,
        };
        if (!may)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", actor.Kind == ActorKind.Person ? "may not write: the role Author or Publisher is missing." : $"is no contact of client '{client}'.");
        }
    }

    private static ContentTransition Revise(ContentItem state, IReadOnlyList<Variant> variants, Actor actor, Instant now)
    {
        var revision = Revision.Create(state.Id, state.Revision + 1, variants, actor, now);
        List<VariantStatus> statuses = [.. revision.Variants.Select(v => Edited(state.FindVariant(v.Account), v.Account, v.ComputeHash()))];
        if (statuses.SequenceEqual(state.Variants))
        {
            return new(state, []);
        }

        var next = state with { Revision = revision.Number, Variants = statuses, LastEditor = actor };
        var changed = statuses.Where(s => state.FindVariant(s.Account)?.Hash != s.Hash).Select(s => $"{s.Account} {s.Hash.Abbreviated}").Concat(state.Variants.Where(v => next.FindVariant(v.Account) is null).Select(v => $"{v.Account} removed"));
        return new(next, [new(now, actor, "content.revised", state.Id.Value, $"Revision {revision.Number}: {string.Join(", ", changed)}")], revision);
    }

    /// <summary>Other bytes make a draft of it; the same bytes leave it where it stands.</summary>
    private static VariantStatus Edited(VariantStatus? before, ChannelAccountId account, ContentHash hash) => before switch
    {
        null => new(account, hash),
        _ when before.Hash == hash => before,
        _ => before with { Hash = hash, State = VariantLifecycle.GetNext(account, before.State, VariantTrigger.Edit), Step = 0 },
    };

    private static ContentTransition Schedule(ContentItem state, PublishWindow? window, Actor actor, Instant now)
    {
        if (window is not null && !window.Contains(window.PublishAt))
        {
            throw new InvalidTransitionException($"Content {state.Id}", $"{window.PublishAt} is not in the window {window.NotBefore} to {window.NotAfter}. Widen the window or move the plan.");
        }

        if (window is not null && window.NotAfter < now)
        {
            throw new InvalidTransitionException($"Content {state.Id}", $"the window ended at {window.NotAfter}. Choose one that is still to come.");
        }

        return Changed(state, state with { Window = window }, "content.scheduled", window is null ? "No time" : $"{window.PublishAt}, allowed from {window.NotBefore} to {window.NotAfter}", actor, now);
    }

    private static ContentTransition AddAsset(ContentItem state, MediaAsset asset, Actor actor, Instant now)
        => Changed(state, state with { Assets = [.. state.Assets.Where(a => a.File != asset.File), asset with { AddedAt = now }] }, "content.asset-added", $"{asset.MimeType}, {asset.Bytes} bytes, {asset.File.Value[..8]}, from {asset.Supplier?.ToString() ?? "nobody named"}", actor, now);

    private static ContentTransition Move(ContentItem state, ContentCommand.Move move, Actor actor, Instant now)
    {
        var variant = state.FindVariant(move.Account) ?? throw new InvalidTransitionException($"Content {state.Id}", $"it has no variant for account '{move.Account}'.");
        if (variant.Hash != move.Hash && move.Trigger != VariantTrigger.Withdraw)
        {
            throw new InvalidTransitionException($"Variant {move.Account}", $"the content is {variant.Hash.Abbreviated} now, and {move.Trigger} was meant for {move.Hash.Abbreviated}. Look at the change and decide anew.");
        }

        if (move.Trigger == VariantTrigger.Submit && variant.RefusedHash == variant.Hash)
        {
            throw new InvalidTransitionException($"Variant {move.Account}", "these are the very bytes that changes were asked for. Edit them first.");
        }

        var to = VariantLifecycle.GetNext(move.Account, variant.State, move.Trigger);
        var moved = variant with
        {
            State = to,
            Step = to == VariantState.InReview ? move.Step : 0,
            RefusedHash = move.Trigger == VariantTrigger.RequestChanges ? variant.Hash : variant.RefusedHash,
        };
        var next = state with { Variants = [.. state.Variants.Select(v => v.Account == move.Account ? moved : v)] };
        return Changed(state, next, $"content.{WordOf(move.Trigger)}", $"{move.Account} {variant.Hash.Abbreviated}: {variant.State} -> {to}. {move.Reason}", actor, now);
    }

    private static ContentTransition BeginProcess(ContentItem state, ProcessTemplate template, ContentTerms terms, Actor actor, Instant now)
    {
        var at = state.Window?.PublishAt ?? throw new InvalidTransitionException($"Content {state.Id}", "steps are dated back from its window, and it has none. Schedule it first.");
        var run = ProcessRun.Begin(template, at.InZone(terms.Zone).LocalDateTime, terms.Zone);
        return Changed(state, state with { Process = run }, "content.process-begun", $"{template.Id} for {at}", actor, now);
    }

    private static ContentTransition Step(ContentItem state, Func<ProcessRun, ProcessRun> step, string what, string detail, Actor actor, Instant now)
    {
        var process = state.Process ?? throw new InvalidTransitionException($"Content {state.Id}", "no process was begun for it. Begin one first.");
        return Changed(state, state with { Process = step(process) }, $"content.{what}", detail, actor, now);
    }

    private static PersonId PersonOf(Actor actor)
        => actor.Kind == ActorKind.Person ? new(actor.Id) : throw new InvalidTransitionException($"Actor {actor.Id}", "is no person of the agency, and steps are people's. Act as the person.");

    private static ContentTransition Changed(ContentItem before, ContentItem after, string action, string detail, Actor actor, Instant now)
        => before == after ? new(before, []) : new(after, [new(now, actor, action, before.Id.Value, detail)]);

    private static string WordOf(VariantTrigger trigger) => trigger switch
    {
        VariantTrigger.PassStep => "step-passed",
        VariantTrigger.RequestChanges => "changes-requested",
        VariantTrigger.Submit => "submitted",
        VariantTrigger.Approve => "approved",
        VariantTrigger.Reject => "rejected",
        VariantTrigger.Expire => "expired",
        VariantTrigger.Revoke => "revoked",
        VariantTrigger.Revalidate => "revalidated",
        VariantTrigger.Withdraw => "withdrawn",
        _ => "edited",
    };

    private static string Summary(IEnumerable<VariantStatus> variants) => string.Join(", ", variants.Select(v => $"{v.Account} {v.Hash.Abbreviated}"));
}
