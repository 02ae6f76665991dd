using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Enters a person with the first employment period.</summary>
internal sealed partial class AddPerson(PortalContext db, CurrentUser user, SamePerson samePerson, ILogger<AddPerson> logger)
{
    public async Task<(SaveOutcome Outcome, int Number)> ExecuteAsync(Command input, CancellationToken cancellationToken)
    {
        var id = Infrastructure.FormKey.ToRecordId(input.FormKey, user.OrganizationId);
        var number = 0;

        var outcome = await db.EditAsync(
            user.OrganizationId,
            async token =>
            {
                if (await db.Employees.SingleOrDefaultAsync(person => person.Id == id, token) is { } entered)
                {
                    number = entered.Number;

                    return SaveOutcome.Saved;
                }

                if (await samePerson.TakenFieldAsync(input, self: null, token) is { } taken)
                {
                    return SaveOutcome.Duplicate(taken);
                }

                var organization = await db.Organizations.SingleAsync(owner => owner.Id == user.OrganizationId, token);
                var person = new Employee(id, organization, input.ToDetails(), new EmploymentSpan(input.Joined, input.LastDay));
                db.Employees.Add(person);
                number = person.Number;

                return SaveOutcome.Saved;
            },
            cancellationToken);

        if (outcome.Result == SaveResult.Saved)
        {
            PersonAdded(user.OrganizationId, number);
        }

        return (outcome, number);
    }

    [LoggerMessage(LogLevel.Information, "Person {Number} of organization {OrganizationId} was added.")]
    private partial void PersonAdded(Guid organizationId, int number);

    internal sealed record Command : PersonInput
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public DateOnly? Joined { get; init; }

        public DateOnly? LastDay { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IValidator<PersonInput> person, IStringLocalizer<PortalText> text, Formats formats)
        {
            Include(person);
            RuleFor(input => input.Joined).FactDay(text, formats);
            RuleFor(input => input.LastDay).FactDay(text, formats)
                .Must((input, lastDay) => !(lastDay < input.Joined)).WithMessage(_ => text["Person.LastDay.BeforeJoined"]);
        }
    }
}
