using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Says in sentences what it takes to reach a tier. Of what a plan asks only the exams are proven; amounts and answers stand beside them.</summary>
internal sealed class PlanText(IStringLocalizer<PortalText> text, Formats formats)
{
    /// <summary>The whole plan with its proof; where there are several ways, how many.</summary>
    public string Sentence(Plan plan, ProgramCatalog program) => (PlanContents.Of(plan), plan.Ways) switch
    {
        (null, _) => text["Plan.Impossible"],
        (_, { Count: > 1 } ways) => text["Plan.Ways", ways.Count],
        ({ Steps.Count: 0 } contents, _) => WithTheRest(text["Plan.NoExams"], contents),
        ({ } contents, _) => WithTheRest(WithProof(plan, Exams(contents, program), program), contents),
    };

    /// <summary>The exams, amounts and answers, without a proof.</summary>
    public string Size(PlanContents contents, ProgramCatalog program) =>
        WithTheRest(contents.Steps.Count == 0 ? text["Plan.NoExams"] : text["Plan.Exams.Only", Exams(contents, program)], contents);

    /// <summary>What is proven of the exams, as a sentence of its own.</summary>
    public string Proof(Plan plan, ProgramCatalog program) => (plan.Bound, IsWeighted(program)) switch
    {
        (null, false) => text["Plan.Proven"],
        (null, true) => text["Plan.Proven.Cost"],
        ({ } bound, false) => text["Plan.Unproven", bound],
        ({ } bound, true) => text["Plan.Unproven.Cost", bound],
    };

    /// <summary>What is missing of a measure.</summary>
    /// <param name="name">The measure's, or the requirement's own.</param>
    public string Amount(PlanAmount amount, string name) =>
        amount.Missing > 0 ? text["Plan.Amount", formats.Shortfall(amount.Missing.Value, amount.Unit), name] : text["Plan.Amount.Unknown", name];

    /// <summary>What somebody is called who is not there yet.</summary>
    /// <param name="number">Which one, from 1.</param>
    public string NewPerson(int number, int of) => of == 1 ? text["Plan.NewPerson"] : text["Plan.NewPerson.Numbered", number];

    /// <summary>That who takes the exams is leaving.</summary>
    public string Leaving(DateOnly lastDay) => text["Plan.Leaving", formats.Day(lastDay)];

    private string WithProof(Plan plan, string exams, ProgramCatalog program) => (plan.Bound, IsWeighted(program)) switch
    {
        (null, false) => text["Plan.Exams.Proven", exams],
        (null, true) => text["Plan.Exams.Proven.Cost", exams],
        ({ } bound, false) => text["Plan.Exams.Unproven", exams, bound],
        ({ } bound, true) => text["Plan.Exams.Unproven.Cost", exams, bound],
    };

    private string WithTheRest(string exams, PlanContents contents)
    {
        var sentences = new List<string> { exams };

        if (contents.Missing.Any())
        {
            var missing = string.Join(text["List.Separator"], contents.Missing.Select(amount => formats.Shortfall(amount.Missing ?? 0, amount.Unit)));
            sentences.Add(text[contents.Steps.Count == 0 ? "Plan.Amounts" : "Plan.AndAmounts", missing]);
        }

        if (contents.Flags.Count > 0)
        {
            sentences.Add(text.Count("Plan.Answers", contents.Flags.Count));
        }

        if (contents.IsAnythingUnknown)
        {
            sentences.Add(text["Plan.Unknown"]);
        }

        return text.Sentences(sentences);
    }

    /// <summary>How many exams by how many people, and how many of these are new.</summary>
    private string Exams(PlanContents contents, ProgramCatalog program)
    {
        var exams = text.Count("Progress.Exams", contents.Steps.Count);
        var people = contents.People;
        var size = contents.NewPeople switch
        {
            0 => text.Count("Plan.By", people, exams),
            var added when added >= people => text.Count("Plan.ByNew", people, exams),
            var added => text["Plan.BySomeNew", people, exams, added].Value,
        };

        return IsWeighted(program) ? text["Plan.AtCost", size, contents.Cost] : size;
    }

    /// <summary>Whether counting exams would not tell which way is the cheapest.</summary>
    private static bool IsWeighted(ProgramCatalog program) => program.Credentials.Any(credential => credential.Cost != 1);
}
