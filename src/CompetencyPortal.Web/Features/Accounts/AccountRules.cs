using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>What accounts are made of, in one place for all forms that ask for it.</summary>
internal static class AccountRules
{
    public const int PasswordMinLength = 12;

    /// <summary>Longer ones cost time to hash and add nothing.</summary>
    public const int PasswordMaxLength = 256;

    public static IRuleBuilderOptions<T, string?> AccountName<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<PortalText> text) =>
        rule.NotEmpty().WithMessage(_ => text["User.Name.Required"]).Line(User.DisplayNameLength, text);

    public static IRuleBuilderOptions<T, string?> AccountEmail<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<PortalText> text) =>
        rule.NotEmpty().WithMessage(_ => text["User.Email.Required"]).EmailAddress().Line(BoundedText.EmailLength, text);

    public static IRuleBuilderOptions<T, string?> NewPassword<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MinimumLength(PasswordMinLength).MaximumLength(PasswordMaxLength);

    public static IRuleBuilderOptions<T, string?> Role<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<PortalText> text) =>
        rule.NotEmpty().Must(role => Roles.All.Contains(role, StringComparer.Ordinal)).WithMessage(_ => text["User.Role.Unknown"]);

    /// <summary>A partner admin has an organization that there is; for others whatever was chosen says nothing.</summary>
    public static IRuleBuilderOptions<T, Guid?> OrganizationOf<T>(
        this IRuleBuilder<T, Guid?> rule, Func<T, string?> role, PortalContext db, IStringLocalizer<PortalText> text) => rule
        .MustAsync(async (input, id, token) => role(input) != Roles.PartnerAdmin || await db.Organizations.AnyAsync(one => one.Id == id, token))
        .WithMessage(_ => text["User.Organization.Required"]);

    /// <summary>An account as typed; people sign in with the e-mail address.</summary>
    public static User NewUser(string name, string email) => new() { UserName = email.Trim(), Email = email.Trim(), DisplayName = name.Trim() };
}
