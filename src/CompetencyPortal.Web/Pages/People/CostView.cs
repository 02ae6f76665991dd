namespace CompetencyPortal.Web.Pages.People;

/// <summary>What a change costs, to be confirmed; without sentences nothing is asked.</summary>
internal sealed record CostView(IReadOnlyList<string> Sentences, bool IsDeletion = false);
