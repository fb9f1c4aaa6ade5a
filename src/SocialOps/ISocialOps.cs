using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Content;
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
using SocialOps.Work;

namespace SocialOps;

/// <summary>The way in: the services of a tenant. Thread-safe; a singleton.</summary>
public interface ISocialOps
{
    /// <summary>The services of one tenant.</summary>
    TenantServices For(TenantId tenant);

    /// <summary>The services of the only tenant of a host that names none.</summary>
    TenantServices Default => For(TenantId.Default);

    /// <summary>What holds this process's engine up.</summary>
    EngineService Engine { get; }
}

/// <summary>The services of one tenant. Thread-safe.</summary>
public sealed class TenantServices
{
    internal TenantServices(
        AgencyService agency,
        InboxService inbox,
        CaseService cases,
        ResponseService responses,
        ConformityService conformity,
        ContentService content,
        PublicationService publications,
        EditorialService editorial,
        IncidentService incidents,
        ApprovalService approvals,
        WorkService work,
        AuditService audit,
        BacklogService backlog,
        InvariantService invariants,
        ReadinessService readiness,
        AgreementService agreements,
        ReportService reports,
        RoutineService routines,
        CustomerService customers)
        => (Customers, Routines, Reports, Readiness, Agreements, Agency, Inbox, Cases, Responses, Conformity, Content, Publications, Editorial, Incidents, Approvals, Work, Audit, Backlog, Invariants) = (customers, routines, reports, readiness, agreements, agency, inbox, cases, responses, conformity, content, publications, editorial, incidents, approvals, work, audit, backlog, invariants);

    /// <summary>The agency's definitions.</summary>
    public AgencyService Agency { get; }

    /// <summary>What platforms show.</summary>
    public InboxService Inbox { get; }

    /// <summary>What is done about it.</summary>
    public CaseService Cases { get; }

    /// <summary>What the policies do, and would do.</summary>
    public ResponseService Responses { get; }

    /// <summary>Whether replies are what clients would have said.</summary>
    public ConformityService Conformity { get; }

    /// <summary>What is written to be published.</summary>
    public ContentService Content { get; }

    /// <summary>What is sent.</summary>
    public PublicationService Publications { get; }

    /// <summary>Content on its way out.</summary>
    public EditorialService Editorial { get; }

    /// <summary>What of the engine's own waits for people.</summary>
    public IncidentService Incidents { get; }

    /// <summary>What may be sent, and who says so.</summary>
    public ApprovalService Approvals { get; }

    /// <summary>What happens later.</summary>
    public WorkService Work { get; }

    /// <summary>What happened.</summary>
    public AuditService Audit { get; }

    /// <summary>What has to be done, by machine or by people.</summary>
    public BacklogService Backlog { get; }

    /// <summary>What must hold before an agreement goes live.</summary>
    public ReadinessService Readiness { get; }

    /// <summary>Quotes, their acceptance, and agreements that are lived.</summary>
    public AgreementService Agreements { get; }

    /// <summary>What a client's month was like.</summary>
    public ReportService Reports { get; }

    /// <summary>Duties that come again, and what they bring up.</summary>
    public RoutineService Routines { get; }

    /// <summary>Who writes to clients: their history, and what they may ask for.</summary>
    public CustomerService Customers { get; }

    /// <summary>Whether what must always hold does hold.</summary>
    public InvariantService Invariants { get; }
}
