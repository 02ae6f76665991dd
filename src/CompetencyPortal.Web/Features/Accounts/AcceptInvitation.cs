using CompetencyPortal.Data;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Sets name and password of the account that a one-time link was made for; the link is used up by that.</summary>
internal sealed partial class AcceptInvitation(PortalContext db, UserManager<User> users, ILogger<AcceptInvitation> logger)
{
    /// <summary>The account to sign in to; null where the link does not open one.</summary>
    public async Task<User?> ExecuteAsync(Guid id, string token, Command input, CancellationToken cancellationToken)
    {
        User? accepted = null;

        await db.ChangeAccountsAsync(async _ => accepted = await AcceptAsync(id, token, input), cancellationToken);

        if (accepted is not null)
        {
            PasswordSet(accepted.Id);
        }

        return accepted;
    }

    private async Task<User?> AcceptAsync(Guid id, string token, Command input)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user || !await users.OpensAsync(user, token))
        {
            return null;
        }

        user.DisplayName = input.Name!.Trim();
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        (await users.ResetPasswordAsync(user, token, input.Password!)).OrThrow();

        return user;
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} set a password by a one-time link.")]
    private partial void PasswordSet(Guid userId);

    internal sealed record Command
    {
        public string? Name { get; init; }

        public string? Password { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Name).AccountName(text);
            RuleFor(input => input.Password).NewPassword();
        }
    }
}
