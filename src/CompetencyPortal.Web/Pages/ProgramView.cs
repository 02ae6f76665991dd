namespace CompetencyPortal.Web.Pages;

/// <summary>What a program manager reads first.</summary>
/// <param name="Orphaned">Organizations that nobody can enter facts for.</param>
/// <param name="Invited">Accounts whose one-time link nobody has used yet.</param>
internal sealed record ProgramView(int Organizations, int Orphaned, int Invited, int Competencies);
