using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Makes an account without a password, and the link by which its owner sets one.</summary>
internal sealed partial class InviteUser(PortalContext db, UserManager<User> users, CurrentUser inviter, ILogger<InviteUser> logger)
{
    /// <returns>Where the address is taken, a duplicate; and no link where the same form was sent before and the link has been used since.</returns>
    public async Task<(SaveOutcome Outcome, OneTimeLink? Link)> ExecuteAsync(Command input, CancellationToken cancellationToken)
    {
        (SaveOutcome Outcome, OneTimeLink? Link) invited = default;

        await db.ChangeAccountsAsync(async _ => invited = await InTurnAsync(input), cancellationToken);

        return invited;
    }

    /// <summary>The same inside a transaction that has taken <see cref="PortalContext.TakeProgramTurnAsync"/>.</summary>
    public async Task<(SaveOutcome Outcome, OneTimeLink? Link)> InTurnAsync(Command input)
    {
        var id = FormKey.ToRecordId(input.FormKey, inviter.Id);

        if (await users.FindByIdAsync(id.ToString()) is { } entered)
        {
            return await AgainAsync(entered, input);
        }

        if (await users.FindByEmailAsync(input.Email!.Trim()) is { } known)
        {
            return WasNeverIn(known, input) ? (SaveOutcome.Saved, await ReviveAsync(known, input)) : (SaveOutcome.Duplicate(nameof(input.Email)), null);
        }

        return (SaveOutcome.Saved, await AddAsync(id, input));
    }

    /// <summary>
    /// Who was removed from the organization before the first sign-in can be invited to it again. An account that somebody has
    /// used is let in again by the program manager alone: the link would make whoever sees it act under its name.
    /// </summary>
    private static bool WasNeverIn(User known, Command input) => known is { IsDisabled: true, PasswordHash: null }
        && input.Role == Roles.PartnerAdmin && known.OrganizationId is { } organization && organization == input.OrganizationId;

    /// <summary>The same form once more.</summary>
    private async Task<(SaveOutcome Outcome, OneTimeLink? Link)> AgainAsync(User entered, Command input)
    {
        if (entered.NormalizedEmail != users.NormalizeEmail(input.Email!.Trim()))
        {
            return (SaveOutcome.Duplicate(nameof(input.Email)), null);
        }

        return (SaveOutcome.Saved, entered is { PasswordHash: null, IsDisabled: false } ? await users.IssueLinkAsync(entered) : null);
    }

    private async Task<OneTimeLink> AddAsync(Guid id, Command input)
    {
        var user = AccountRules.NewUser(input.Name!, input.Email!);
        user.Id = id;
        user.OrganizationId = input.Role == Roles.PartnerAdmin ? input.OrganizationId : null;
        (await users.CreateAsync(user)).OrThrow();
        (await users.AddToRoleAsync(user, input.Role!)).OrThrow();
        UserInvited(id, inviter.Id);

        return await users.IssueLinkAsync(user);
    }

    private async Task<OneTimeLink> ReviveAsync(User user, Command input)
    {
        user.IsDisabled = false;
        user.DisplayName = input.Name!.Trim();
        (await users.UpdateAsync(user)).OrThrow();
        UserInvited(user.Id, inviter.Id);

        return await users.IssueLinkAsync(user);
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} was invited by {InviterId}.")]
    private partial void UserInvited(Guid userId, Guid inviterId);

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Role { get; init; }

        /// <summary>Of a partner admin.</summary>
        public Guid? OrganizationId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PortalContext db, IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Name).AccountName(text);
            RuleFor(input => input.Email).AccountEmail(text);
            RuleFor(input => input.Role).Role(text);
            RuleFor(input => input.OrganizationId).OrganizationOf(input => input.Role, db, text);
        }
    }
}
