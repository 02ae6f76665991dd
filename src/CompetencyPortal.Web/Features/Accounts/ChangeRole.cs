using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Gives an account another role, or a partner admin another organization. Sessions end, and who is no account manager any more sees no organization by assignment.</summary>
internal sealed partial class ChangeRole(PortalContext db, UserManager<User> users, CurrentUser actor, ILogger<ChangeRole> logger)
{
    public static Command From(ListedAccount account) => new() { Role = account.Role, OrganizationId = account.OrganizationId };

    public async Task<SaveOutcome> ExecuteAsync(Guid id, Command input, CancellationToken cancellationToken)
    {
        var outcome = SaveOutcome.NotFound;

        await db.ChangeAccountsAsync(
            async token =>
            {
                var user = await users.FindByIdAsync(id.ToString());
                outcome = user is null ? SaveOutcome.NotFound : await ChangeAsync(user, input, token);
            },
            cancellationToken);

        return outcome;
    }

    private async Task<SaveOutcome> ChangeAsync(User user, Command input, CancellationToken cancellationToken)
    {
        var before = await users.GetRolesAsync(user);
        var organization = input.Role == Roles.PartnerAdmin ? input.OrganizationId : null;

        if (before.SequenceEqual([input.Role!], StringComparer.Ordinal) && user.OrganizationId == organization)
        {
            return SaveOutcome.Saved;
        }

        if (before.Contains(Roles.ProgramManager, StringComparer.Ordinal) && await db.IsLastActiveAsync(user.Id, cancellationToken))
        {
            return SaveOutcome.LastOne;
        }

        user.OrganizationId = organization;
        (await users.RemoveFromRolesAsync(user, before)).OrThrow();
        (await users.AddToRoleAsync(user, input.Role!)).OrThrow();
        await EndSessionsAsync(user);
        await db.Assignments.Where(one => one.UserId == user.Id && input.Role != Roles.AccountManager).ExecuteDeleteAsync(cancellationToken);
        RoleChanged(user.Id, input.Role!, actor.Id);

        return SaveOutcome.Saved;
    }

    /// <summary>Who never had a password has no session, only a link, which stays good.</summary>
    private async Task EndSessionsAsync(User user)
    {
        if (user.PasswordHash is not null)
        {
            (await users.UpdateSecurityStampAsync(user)).OrThrow();
        }
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} became {Role} by {ActorId}.")]
    private partial void RoleChanged(Guid userId, string role, Guid actorId);

    internal sealed record Command
    {
        public string? Role { get; init; }

        /// <summary>Of a partner admin.</summary>
        public Guid? OrganizationId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PortalContext db, IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Role).Role(text);
            RuleFor(input => input.OrganizationId).OrganizationOf(input => input.Role, db, text);
        }
    }
}
