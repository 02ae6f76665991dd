namespace CompetencyPortal.Web.Pages;

/// <summary>What a manager reads on the first page.</summary>
/// <param name="Count">Competencies in force for the program manager, organizations assigned for an account manager.</param>
internal sealed record ManagerView(bool IsProgramManager, int Count);
