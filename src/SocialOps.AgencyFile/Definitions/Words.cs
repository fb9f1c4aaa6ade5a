using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Escalations;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>The words of the file for what the definitions enumerate.</summary>
internal static class Words
{
    public static readonly WordShape<Category> Category = new(
        "a category", "category", "What an item is about. Of several labels the first in this order is the primary one.",
        new("safety emergency", Channels.Category.SafetyEmergency, "Somebody is in danger."),
        new("hate or threat", Channels.Category.HateOrThreat, "Hate or a threat."),
        new("legal or press", Channels.Category.LegalOrPress, "A lawyer, an authority or the press."),
        new("complaint", Channels.Category.Complaint, "A complaint; 'cause' says about what."),
        new("misinformation", Channels.Category.Misinformation, "Something untrue that others may believe."),
        new("criticism justified", Channels.Category.CriticismJustified, "Criticism that a person found justified."),
        new("criticism unjustified", Channels.Category.CriticismUnjustified, "Criticism that a person found unjustified."),
        new("insult", Channels.Category.Insult, "An insult."),
        new("troll", Channels.Category.Troll, "Somebody who only provokes."),
        new("spam", Channels.Category.Spam, "Advertising, fraud, machines."),
        new("question", Channels.Category.Question, "A question."),
        new("praise", Channels.Category.Praise, "Praise or thanks."),
        new("general", Channels.Category.General, "A comment that asks for nothing."),
        new("off topic", Channels.Category.OffTopic, "Not about the client."),
        new("unclassified", Channels.Category.Unclassified, "No rule and no person has said what it is."));

    public static readonly WordShape<ComplaintCause> Cause = new(
        "a cause", "cause", "What a complaint is about.",
        new("other", ComplaintCause.Other, "Anything else."),
        new("service", ComplaintCause.Service, "The service."),
        new("billing", ComplaintCause.Billing, "An invoice or a payment."),
        new("product defect", ComplaintCause.ProductDefect, "A defective product."),
        new("damage", ComplaintCause.Damage, "A damage that was done."));

    public static readonly WordShape<ItemKind> Kind = new(
        "a kind of item", "item-kind", "What an item is on its network.",
        new("comment", ItemKind.Comment, "A comment under a post."),
        new("mention", ItemKind.Mention, "A post elsewhere that names the account."),
        new("message", ItemKind.DirectMessage, "A private message."),
        new("review", ItemKind.Review, "A review."),
        new("visitor post", ItemKind.VisitorPost, "A post of a visitor on the account's own page."));

    public static readonly WordShape<ActionKind> Action = new(
        "a step's name", "step-name", "What a step does.",
        new("thank", ActionKind.Thank, "Sends a thank-you."),
        new("apologise", ActionKind.Apologise, "Proposes an apology."),
        new("assign", ActionKind.Assign, "Makes a person responsible."),
        new("contact client", ActionKind.ContactClient, "Tells the client."),
        new("dismiss", ActionKind.Dismiss, "Records and closes."),
        new("hide", ActionKind.Hide, "Proposes hiding."),
        new("delete", ActionKind.Delete, "Proposes deleting."),
        new("block", ActionKind.Block, "Proposes blocking."),
        new("report", ActionKind.Report, "Proposes reporting."),
        new("answer", ActionKind.Answer, "Proposes the pool's answer."));

    public static readonly WordShape<AutonomyLevel> Autonomy = new(
        "a level of autonomy", "autonomy-level", "How far somebody, or the engine, may go alone.",
        new("L0", AutonomyLevel.Observe, "Looks, and does nothing."),
        new("L1", AutonomyLevel.Suggest, "Proposes; somebody else sends."),
        new("L2", AutonomyLevel.ActAfterApproval, "Sends what was approved beforehand; the engine sends nothing."),
        new("L3", AutonomyLevel.ActThenNotify, "Sends, and whoever is responsible is told."),
        new("L4", AutonomyLevel.ActWithinPool, "Sends within what was approved; samples are looked at afterwards."));

    public static readonly WordShape<ReplyTone> Tone = new(
        "a tone", "tone", "How people are addressed.",
        new("formal", ReplyTone.Formal, "Politely: Sie."),
        new("informal", ReplyTone.Informal, "As among friends: du."));

    public static readonly WordShape<Severity> Severity = new(
        "a severity", "severity", "How grave an item is, as a word or a number.",
        new("none", Channels.Severity.None, "0: praise, general comments, spam."),
        new("low", Channels.Severity.Low, "1: questions, criticism, complaints about service."),
        new("medium", Channels.Severity.Medium, "2: complaints about a product or a bill, insults."),
        new("high", Channels.Severity.High, "3: damage, legal, press, hate."),
        new("critical", Channels.Severity.Critical, "4: somebody is in danger."),
        new("0", Channels.Severity.None, "The same as none."),
        new("1", Channels.Severity.Low, "The same as low."),
        new("2", Channels.Severity.Medium, "The same as medium."),
        new("3", Channels.Severity.High, "The same as high."),
        new("4", Channels.Severity.Critical, "The same as critical."));

    public static readonly WordShape<PersonRole> Role = new(
        "a role", "role", "What a person may do.",
        new("author", PersonRole.Author, "Writes content and replies."),
        new("approver", PersonRole.Approver, "Decides approvals."),
        new("publisher", PersonRole.Publisher, "Sends what is approved."),
        new("duty manager", PersonRole.DutyManager, "Changes duties, hands cases over, overrides."),
        new("admin", PersonRole.Admin, "Changes definitions."));

    public static readonly WordShape<GuidelineSectionKind> GuidelineSection = new(
        "a kind of section", "guideline-section-kind", "What a section of a guideline is.",
        new("netiquette", GuidelineSectionKind.Netiquette, "What holds for everybody who writes on the client's pages; public."),
        new("internal rule", GuidelineSectionKind.InternalRule, "What holds for those who answer; not public."),
        new("brand creed", GuidelineSectionKind.BrandCreed, "What the brand believes in."),
        new("style", GuidelineSectionKind.Style, "Words, pictures, sequences, timing."),
        new("ritual", GuidelineSectionKind.Ritual, "What comes again: a format, a ritual."),
        new("tonality", GuidelineSectionKind.Tonality, "How it is to sound."));

    public static readonly WordShape<ContentKind> ContentKind = new(
        "a kind of content", "content-kind", "What a post is about; the kinds differ in who usually supplies what.",
        new("client story", Content.ContentKind.ClientStory, "The client's own everyday life."),
        new("general", Content.ContentKind.General, "Seasonal greetings and other things that are true for everybody."),
        new("industry news", Content.ContentKind.IndustryNews, "News of the client's trade."));

    public static readonly WordShape<ApprovalPreset> Approval = new(
        "a way to approve", "approval", "How content is approved.",
        new("solo", ApprovalPreset.Solo, "One person does it all; every decision says so."),
        new("four eyes", ApprovalPreset.FourEyes, "Somebody of the agency other than the author."),
        new("client", ApprovalPreset.Client, "The client decides alone."),
        new("agency then client", ApprovalPreset.AgencyThenClient, "First somebody of the agency, then the client."),
        new("craft and facts", ApprovalPreset.CraftAndFacts, "First the agency for the craft, then the client for the facts."));

    public static readonly WordShape<CollaborationModel> Collaboration = new(
        "a collaboration model", "collaboration-model", "How a company and its agency work together.",
        new("workbench", CollaborationModel.Workbench, "The company says what, the agency makes it."),
        new("coach", CollaborationModel.Coach, "The company does it itself; the agency teaches and measures."),
        new("symbiosis", CollaborationModel.Symbiosis, "The company has the facts, the agency the craft."));

    public static readonly WordShape<PackageId> Template = new(
        "a template", "package-template", "A package to begin with; what is written beside it stands instead of the template's.",
        new("einsteiger", PackageTemplates.Einsteiger.Id, "The agency writes and posts; the client approves, answers comments and is told of them in time."),
        new("plus", PackageTemplates.Plus.Id, "The agency is the first to answer."),
        new("rundum", PackageTemplates.Rundum.Id, "Everything, faster, and somebody watches round the clock."));

    public static readonly WordShape<EngagementOwner> Engagement = new(
        "who answers", "engagement", "Who answers comments.",
        new("client", EngagementOwner.Client, "The client answers: the agency watches and tells, and never replies."),
        new("agency", EngagementOwner.Agency, "The agency is the first to answer."));

    public static readonly WordShape<LayerMode> LayerMode = new(
        "a layer's mode", "layer-mode", "How a layer stands beside weaker ones.",
        new("exclusive", OnCall.LayerMode.Exclusive, "While it names somebody, weaker layers are silent."),
        new("together", OnCall.LayerMode.Together, "It and the next weaker layers are on duty together."));

    public static readonly WordShape<TurnConsumption> Turns = new(
        "what uses up turns", "turns", "Whether a turn passes while the layer is inactive.",
        new("active", TurnConsumption.ActiveWindowsOnly, "Only active hours use up turns, so that nobody starves."),
        new("calendar", TurnConsumption.Calendar, "Turns follow the calendar, active or not."));

    public static readonly WordShape<TurnClock> TurnClock = new(
        "a clock", "turn-clock", "How the length of a turn is counted.",
        new("wall clock", OnCall.TurnClock.WallClock, "On the wall clock: a handoff at 09:00 stays at 09:00."),
        new("elapsed", OnCall.TurnClock.Elapsed, "In elapsed time: every turn is equally long."));

    public static readonly WordShape<RestrictionZone> HoursOf = new(
        "whose hours", "hours-of", "In whose local time hours lie.",
        new("schedule", RestrictionZone.Schedule, "In the schedule's zone."),
        new("participant", RestrictionZone.Participant, "In the zone of whoever has the turn."));

    public static readonly WordShape<LocalTimeChoice> LocalTimes = new(
        "a choice of local times", "local-times", "Which instant is meant where the clocks skip or repeat a time.",
        new("earlier", LocalTimeChoice.Earlier, "Of a repeated time the earlier instant; of a skipped one the first after the gap."),
        new("later", LocalTimeChoice.Later, "Of a repeated time the later instant; of a skipped one the time shifted forward."),
        new("reject", LocalTimeChoice.Reject, "Such a time is an error."));

    public static readonly WordShape<PlanHoles> PlanHoles = new(
        "what holds in holes", "plan-holes", "What holds in the holes of a plan.",
        new("layers", OnCall.PlanHoles.Layers, "The layers, as if there were no plan."),
        new("gap", OnCall.PlanHoles.Gap, "Nobody: a gap that is reported."));

    public static readonly WordShape<AbsenceState> AbsenceState = new(
        "an absence's state", "absence-state", "Whether an absence counts.",
        new("approved", People.AbsenceState.Approved, "It counts: the person is away."),
        new("requested", People.AbsenceState.Requested, "It is asked for: the person is still on duty, but the hours are at risk."));

    public static readonly WordShape<DelayClock> DelayClock = new(
        "a clock", "delay-clock", "How a step's waiting time is counted.",
        new("elapsed", Escalations.DelayClock.Elapsed, "In elapsed time."),
        new("open time", Escalations.DelayClock.OpenTime, "In open time of the promise that is at stake."));
}
