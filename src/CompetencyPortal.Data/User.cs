using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Data;

/// <summary>An account. It stands outside the organizations' wall, behind the account use cases.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int DisplayNameLength = 200;

    public string DisplayName { get; set; } = string.Empty;

    /// <summary>The organization of a partner admin; null for the vendor's people.</summary>
    public Guid? OrganizationId { get; set; }

    public bool IsDisabled { get; set; }
}
