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

    public async Task<SaveOutcome> ExecuteAsync(int number, Command input, CancellationToken cancellationToken)
    {
        if (!await db.Employees.AnyAsync(person => person.Number == number, cancellationToken))
        {
            return SaveOutcome.NotFound;
        }

        return await db.EditAsync(
            () => db.RecordAsync(
                user.OrganizationId,
                async token =>
                {
                    var person = await db.Employees.SingleOrConflictAsync(one => one.Number == number, token);
                    db.ExpectVersion(person, input.Version);
                    person.Describe(input.ToDetails());
                },
                cancellationToken),
            () => samePerson.TakenFieldAsync(input, number, cancellationToken));
    }

    internal sealed record Command : PersonInput
    {
        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<PersonInput> person) => Include(person);
    }
}
