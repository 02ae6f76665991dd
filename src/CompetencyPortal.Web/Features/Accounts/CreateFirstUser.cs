using CompetencyPortal.Data;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Accounts;

/// <summary>Makes the first program manager of an installation, once, for whoever can read its log.</summary>
internal sealed class CreateFirstUser(UserManager<User> users, SetupToken token)
{
    /// <summary>False when somebody else was first.</summary>
    public async Task<bool> ExecuteAsync(Command input)
    {
        if (!token.TryClose())
        {
            return false;
        }

        try
        {
            await CreateAsync(input);

            return true;
        }
        catch
        {
            token.Open();
            throw;
        }
    }

    private async Task CreateAsync(Command input)
    {
        var user = AccountRules.NewUser(input.Name!, input.Email!);
        (await users.CreateAsync(user, input.Password!)).OrThrow();
        (await users.AddToRoleAsync(user, Roles.ProgramManager)).OrThrow();
    }

    internal sealed record Command
    {
        public string? Token { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Password { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(SetupToken token, IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Token).NotEmpty().Must(token.Matches).WithMessage(_ => text["Setup.Token.Wrong"]);
            RuleFor(input => input.Name).AccountName(text);
            RuleFor(input => input.Email).AccountEmail(text);
            RuleFor(input => input.Password).NewPassword();
        }
    }
}
