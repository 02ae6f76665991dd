using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Corrects what names a person.</summary>
internal sealed class EditPerson(PortalContext db, CurrentUser user, SamePerson samePerson)
{
    public static Command From(Employee person) => new()
    {
        Name = person.Name,
        Reading = person.Reading,
        LatinName = person.LatinName,
        Email = person.Email,
        EmployeeNumber = person.EmployeeNumber,
        CertificationId = person.CertificationId,
        Version = person.Version,
    };

    public Task<SaveOutcome> ExecuteAsync(int number, Command input, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            if (await db.Employees.SingleOrDefaultAsync(one => one.Number == number, token) is not { } person)
            {
                return SaveOutcome.NotFound;
            }

            if (await samePerson.TakenFieldAsync(input, number, token) is { } taken)
            {
                return SaveOutcome.Duplicate(taken);
            }

            db.ExpectVersion(person, input.Version);
            person.Describe(input.ToDetails());

            return SaveOutcome.Saved;
        },
        cancellationToken);

    internal sealed record Command : PersonInput
    {
        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<PersonInput> person) => Include(person);
    }
}
