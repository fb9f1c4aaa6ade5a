using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class TermShape : BlockShape<AgreementTerm>
{
    private readonly Field<LocalDate> _from;
    private readonly Field<LocalDate> _until;
    private readonly Field<TermBudget?> _budget;

    public TermShape()
        : base("term", "a term, e.g. { from: 2026-01-01, until: 2026-12-31 }", "How long an agreement runs, and what it may cost.")
    {
        _from = Required("from", DateShape.Instance, "The first day.", "firstOn");
        _until = Required("until", DateShape.Instance, "The last day.", "lastOn");
        _budget = Optional("budget", new ConvertedShape<TermBudget, TermBudget?>(new BudgetShape(), b => b), null, "What may be spent in the term, and what was.");
    }

    protected override AgreementTerm Build(Shapes.Values values) => new(values.Of(_from), values.Of(_until), values.Of(_budget));
}
