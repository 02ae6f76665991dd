using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Security;

/// <summary>
/// Says in every form, sealed, for whom it was made. It outlives the antiforgery token, which ends with its cookie: who sends a
/// form too late gets back what was typed, and nobody else does.
/// </summary>
internal sealed class FormOwner(CurrentUser user, IDataProtectionProvider protection)
{
    public const string Field = "__FormOwner";

    private readonly IDataProtector _seal = protection.CreateProtector("CompetencyPortal.FormOwner.v1");

    private string? _mark;

    /// <summary>What a form for the current user carries; for all strangers it says the same.</summary>
    public string Mark => _mark ??= _seal.Protect(Current);

    private string Current => user.IsSignedIn ? user.Id.ToString() : "nobody";

    public bool Made(string mark)
    {
        try
        {
            return _seal.Unprotect(mark) == Current;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
