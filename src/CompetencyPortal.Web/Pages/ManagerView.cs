namespace CompetencyPortal.Web.Pages;

/// <summary>What a manager reads on the first page.</summary>
/// <param name="Organizations">Those in the manager's scope.</param>
/// <param name="Program">For the program manager.</param>
internal sealed record ManagerView(int Organizations, ProgramView? Program);

/// <summary>What the program manager takes care of, in numbers.</summary>
/// <param name="Orphaned">Organizations without an active admin.</param>
/// <param name="Invited">Accounts that nobody has set a password for.</param>
/// <param name="Competencies">Those in force.</param>
internal sealed record ProgramView(int Orphaned, int Invited, int Competencies);
