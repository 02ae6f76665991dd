using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Enters or corrects an exam pass of a person.</summary>
internal sealed class SavePass(PortalContext db, CurrentUser user)
{
    public static Command From(ExamPass pass) => new()
    {
        Code = pass.Code,
        EarnedOn = pass.EarnedOn,
        ValidUntil = pass.ValidUntil,
        Version = pass.Version,
    };

    /// <param name="pass">The pass to correct; null enters a new one.</param>
    public Task<SaveOutcome> ExecuteAsync(int number, Guid? pass, Command input, CancellationToken cancellationToken)
    {
        var id = pass ?? Infrastructure.FormKey.ToRecordId(input.FormKey, user.OrganizationId);

        return db.EditAsync(user.OrganizationId, token => WriteAsync(number, id, isNew: pass is null, input, token), cancellationToken);
    }

    private async Task<SaveOutcome> WriteAsync(int number, Guid id, bool isNew, Command input, CancellationToken cancellationToken)
    {
        var person = await db.Employees.SingleOrDefaultAsync(one => one.Number == number, cancellationToken);
        var stored = await db.ExamPasses.SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

        if (person is null || (!isNew && stored?.EmployeeId != person.Id))
        {
            return SaveOutcome.NotFound;
        }

        if (isNew && stored is not null)
        {
            return SaveOutcome.Saved;
        }

        if (await IsDuplicateAsync(person.Id, id, input, cancellationToken))
        {
            return SaveOutcome.Duplicate(nameof(input.EarnedOn));
        }

        if (stored is null)
        {
            db.ExamPasses.Add(new ExamPass(id, person, input.Code!, input.EarnedOn!.Value, input.ValidUntil));
        }
        else
        {
            db.ExpectVersion(stored, input.Version);
            stored.Correct(input.Code!, input.EarnedOn!.Value, input.ValidUntil);
        }

        return SaveOutcome.Saved;
    }

    private Task<bool> IsDuplicateAsync(Guid personId, Guid id, Command input, CancellationToken cancellationToken) =>
        db.ExamPasses.AnyAsync(
            one => one.EmployeeId == personId && one.Code == input.Code && one.EarnedOn == input.EarnedOn && one.Id != id,
            cancellationToken);

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Code { get; init; }

        public DateOnly? EarnedOn { get; init; }

        public DateOnly? ValidUntil { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PortalContext db, ProgramCalendar calendar, IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(input => input.Code).NotEmpty().WithMessage(_ => text["Pass.Code.Required"])
                .MustAsync(async (code, token) => (await db.CatalogAsync(token)).Program.Credential(code!) is not null)
                .WithMessage(input => text["Pass.Code.Unknown", input.Code!]);
            RuleFor(input => input.EarnedOn).NotEmpty().WithMessage(_ => text["Pass.EarnedOn.Required"])
                .FactDay(text, formats)
                .Must(day => day <= calendar.LatestDayAnywhere).WithMessage(_ => text["Pass.EarnedOn.Future"]);
            RuleFor(input => input.ValidUntil).FactDay(text, formats)
                .Must((input, until) => !(until < input.EarnedOn)).WithMessage(_ => text["Pass.ValidUntil.BeforeEarned"]);
        }
    }
}
