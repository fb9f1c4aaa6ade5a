using System.Security.Cryptography;
using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.Content.Contributions;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Invariants;
using SocialOps.Privacy;
using SocialOps.Publishing;
using SocialOps.Readiness;
using SocialOps.Readiness.Agreements;
using SocialOps.Reporting;
using SocialOps.Routines;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.DependencyInjection;

/// <summary>Puts a tenant's services together.</summary>
internal sealed class SocialOpsRoot(IStore store, EngineClock clock, WorkSignal signal, SnapshotCache snapshots, CaseUnit cases, ContentUnit content, ContributionUnit contributions, ApprovalUnit approvals, ContentSync sync, Connectors connectors, RandomNumberGenerator random, IIdGenerator ids, AgencyImport import, ProposalUnit proposals, ReadinessUnit readiness, EngineService engine, ErasureUnit erasure, ErasureJournal journal, IEnumerable<IAuditAnchor> anchors) : ISocialOps
{
    private readonly IReadOnlyList<IAuditAnchor> _anchors = [.. anchors];

    public EngineService Engine => engine;

    public TenantServices For(TenantId tenant) => new(
        new AgencyService(tenant, store, clock, snapshots, import, new(Scope(tenant), proposals), signal),
        new InboxService(tenant, store, clock, signal),
        new CaseService(tenant, store, clock, signal, cases, snapshots, ids, new(Scope(tenant), cases, ids), connectors),
        new ResponseService(tenant, store, clock, snapshots),
        new ConformityService(tenant, store, clock, snapshots, import),
        new ContentService(tenant, store, clock, signal, content, contributions, ids),
        new PublicationService(tenant, store, clock, signal, snapshots, connectors),
        new EditorialService(Scope(tenant), content, sync, ids, new(Scope(tenant), new(tenant, store, clock, content), proposals, snapshots)),
        new IncidentService(tenant, store, clock, signal, snapshots),
        new ApprovalService(Scope(tenant), ids, random),
        new WorkService(tenant, store),
        new AuditService(tenant, store, clock, _anchors),
        new BacklogService(tenant, store, clock),
        new InvariantService(tenant, store, snapshots),
        new ReadinessService(tenant, store, clock, readiness),
        new AgreementService(tenant, store, clock, snapshots, readiness, ids, signal),
        new ReportService(tenant, store, clock, snapshots),
        new RoutineService(tenant, store, clock, signal, snapshots, ids, import),
        new CustomerService(tenant, store, clock, snapshots, erasure, journal, ids));

    private ApprovalScope Scope(TenantId tenant) => new(tenant, store, clock, signal, approvals);
}
