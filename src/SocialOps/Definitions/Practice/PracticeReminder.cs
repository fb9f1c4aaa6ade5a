using System.Globalization;
using NodaTime;
using SocialOps.Notifications;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>Tells people in time: four weeks before a training ends, when a briefing is to be read, and again three days before it is required.</summary>
internal sealed class PracticeReminder(SnapshotCache snapshots) : ITransactionalHandler
{
    public const string WorkKind = "practice.remind";

    private static readonly Duration BeforeExpiry = Duration.FromDays(28);
    private static readonly Duration BeforeRequired = Duration.FromDays(3);

    public string Kind => WorkKind;

    /// <summary>Writes the rows of all that is known; rows that are there already stay as they are.</summary>
    public static async ValueTask ScheduleAsync(IStoreTransaction transaction, AgencyDefinition agency, Instant now, CancellationToken cancellationToken)
    {
        foreach (var person in agency.People)
        {
            foreach (var training in person.Trainings.Where(t => t.UntilOn is not null && t.Stretch(person).Until > now))
            {
                await AddAsync($"training/{person.Id}/{training.Skill}/{Day(training.UntilOn!.Value)}", person.Id, training.Stretch(person).Until - BeforeExpiry).ConfigureAwait(false);
            }

            foreach (var client in agency.Clients.Where(c => c.Briefing is not null && BriefingStandings.MayWorkFor(person, c.Id) && !person.Briefings.Any(b => b.Client == c.Id && b.Version >= c.Briefing.Version)))
            {
                var (key, required) = (string.Create(CultureInfo.InvariantCulture, $"briefing/{person.Id}/{client.Id}/{client.Briefing!.Version}"), BriefingDuty.RequiredFrom(agency, client));
                await AddAsync(key, person.Id, now).ConfigureAwait(false);
                if (required > now + BeforeRequired)
                {
                    await AddAsync($"{key}/again", person.Id, required - BeforeRequired).ConfigureAwait(false);
                }
            }
        }

        async ValueTask AddAsync(string key, PersonId person, Instant at)
            => await transaction.ScheduleAsync(new WorkDraft(WorkKind, person.Value, WorkClass.Normal, Instant.Max(at, now), key, default), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var key = work.DedupeKey.Split('/');
        if (agency.People.GetValueOrDefault(new(work.SubjectId)) is not { } person)
        {
            return WorkOutcome.Superseded($"{work.SubjectId} is not of the agency any more.");
        }

        return key[0] == "training"
            ? await TrainingAsync(transaction, agency, person, new(key[2]), key[3], work, now, cancellationToken).ConfigureAwait(false)
            : await BriefingAsync(transaction, agency, person, new(key[2]), int.Parse(key[3], CultureInfo.InvariantCulture), work, now, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<WorkOutcome> TrainingAsync(IStoreTransaction transaction, AgencySnapshot agency, PersonDefinition person, SkillId skill, string until, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        if (ExpiringSkill.Of(agency, now, Instant.MaxValue).FirstOrDefault(e => e.Person == person.Id && e.Skill == skill && Day(e.Training.UntilOn!.Value) == until) is not { } ending)
        {
            return WorkOutcome.Superseded("It was renewed, or taken back.");
        }

        var managers = agency.People.Values.Where(p => p.Roles.Contains(PersonRole.DutyManager)).Select(p => p.Id);
        foreach (var who in managers.Prepend(person.Id).Distinct())
        {
            await TellAsync(transaction, who, work, $"The training of {person.Name} for '{skill}' ({ending.Training.Name ?? skill.Value}) ends on {until}: without a new one {person.Id} is not assigned to what asks for it from then on.", now, cancellationToken).ConfigureAwait(false);
        }

        return WorkOutcome.Done;
    }

    private static async ValueTask<WorkOutcome> BriefingAsync(IStoreTransaction transaction, AgencySnapshot agency, PersonDefinition person, ClientId id, int version, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        if (agency.FindClient(id) is not { Briefing: { } briefing } client || briefing.Version != version || person.Briefings.Any(b => b.Client == id && b.Version >= version))
        {
            return WorkOutcome.Superseded("It was read, or another version came.");
        }

        var required = BriefingDuty.RequiredFrom(agency.Definition, client);
        var when = required <= now ? "now" : FormattableString.Invariant($"from {required:uuuu-MM-dd HH:mm}Z on");
        await TellAsync(transaction, person.Id, work, $"Please read version {version} of the briefing of {client.Name} and confirm it: {when} nobody is on duty for {client.Name} without it.", now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }

    private static ValueTask TellAsync(IStoreTransaction transaction, PersonId who, WorkItem work, string text, Instant now, CancellationToken cancellationToken)
        => NoticeBoard.PostAsync(transaction, new() { Id = new($"{WorkKind}/{work.DedupeKey}/{who}"), Recipient = new Recipient.OfAgency(who), SubjectId = work.SubjectId, Text = text, CreatedAt = now }, now, cancellationToken);

    private static string Day(LocalDate day) => FormattableString.Invariant($"{day:uuuu-MM-dd}");
}
