using System.Security.Cryptography;
using System.Text;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>
/// Opens the first visit of an installation without users. The token is written to the log at start, lives in this process
/// only and closes for good with the first user.
/// </summary>
internal sealed partial class SetupToken(ILogger<SetupToken> logger)
{
    private string? token;

    public bool IsOpen => token is not null;

    public void Open()
    {
        token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        SetupAwaited(token);
    }

    /// <summary>True for the one caller that closes it.</summary>
    public bool TryClose() => Interlocked.Exchange(ref token, value: null) is not null;

    public bool Matches(string? typed) => token is not null && typed is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(typed.Trim()));

    [LoggerMessage(LogLevel.Warning, "Nobody has an account yet. The first visit asks for the setup token: {SetupToken}")]
    private partial void SetupAwaited(string setupToken);
}
