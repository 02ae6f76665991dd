using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Data;

/// <summary>An account. It stands outside the organizations' wall, behind the account use cases.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int DisplayNameLength = 200;
    public const int LanguageLength = 10;

    public string DisplayName { get; set; } = string.Empty;

    /// <summary>The organization of a partner admin; null for the vendor's people.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>The chosen language of the pages, <c>en</c> or <c>ja</c>; null: the browser's.</summary>
    public string? Language { get; set; }

    public bool IsDisabled { get; set; }
}
