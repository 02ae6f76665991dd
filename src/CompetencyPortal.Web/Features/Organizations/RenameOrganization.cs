using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Corrects the name of a partner company.</summary>
internal sealed class RenameOrganization(PortalContext db)
{
    public static Command From(Organization organization) => new() { Name = organization.Name, Version = organization.Version };

    public Task<SaveOutcome> ExecuteAsync(Guid id, Command input, CancellationToken cancellationToken) => db.EditAsync(
        id,
        async token =>
        {
            if (await db.Organizations.SingleOrDefaultAsync(one => one.Id == id, token) is not { } organization)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(organization, input.Version);
            organization.Rename(input.Name!);

            return SaveOutcome.Saved;
        },
        cancellationToken);

    internal sealed record Command
    {
        public string? Name { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text) =>
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => text["Partner.Name.Required"]).Line(Organization.NameLength, text);
    }
}
