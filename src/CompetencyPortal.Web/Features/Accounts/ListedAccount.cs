using CompetencyPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Accounts;

internal enum AccountState
{
    Active,

    /// <summary>Nobody has set a password yet.</summary>
    Invited,
    Disabled,
}

/// <summary>An account as lists show it.</summary>
internal sealed record ListedAccount
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Role { get; init; }

    /// <summary>Of a partner admin.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The organization's name.</summary>
    public string? Organization { get; init; }

    public required bool IsDisabled { get; init; }

    public required bool HasPassword { get; init; }

    public AccountState State => (IsDisabled, HasPassword) switch
    {
        (true, _) => AccountState.Disabled,
        (_, false) => AccountState.Invited,
        _ => AccountState.Active,
    };
}

/// <summary>Reads accounts. They stand outside the organizations' wall: who asks for one says of which organization it may be.</summary>
internal static class AccountQueries
{
    public static IQueryable<ListedAccount> Accounts(this PortalContext db) =>
        from user in db.Users
        join held in db.UserRoles on user.Id equals held.UserId
        join role in db.Roles on held.RoleId equals role.Id
        select new ListedAccount
        {
            Id = user.Id,
            Name = user.DisplayName,
            Email = user.Email!,
            Role = role.Name!,
            OrganizationId = user.OrganizationId,
            Organization = db.Organizations.Where(one => one.Id == user.OrganizationId).Select(one => one.Name).FirstOrDefault(),
            IsDisabled = user.IsDisabled,
            HasPassword = user.PasswordHash != null,
        };

    public static IQueryable<ListedAccount> In(this IQueryable<ListedAccount> accounts, AccountState state) => state switch
    {
        AccountState.Active => accounts.Where(account => !account.IsDisabled && account.HasPassword),
        AccountState.Invited => accounts.Where(account => !account.IsDisabled && !account.HasPassword),
        _ => accounts.Where(account => account.IsDisabled),
    };

    /// <summary>Whether the account is active and no other one of its role is, in its organization if it has one.</summary>
    public static Task<bool> IsLastActiveAsync(this PortalContext db, Guid id, CancellationToken cancellationToken) =>
        db.Accounts().In(AccountState.Active).AnyAsync(
            account => account.Id == id && !db.Accounts().Any(other => other.Id != id
                && other.Role == account.Role
                && other.OrganizationId == account.OrganizationId
                && !other.IsDisabled
                && other.HasPassword),
            cancellationToken);
}
