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
    public async Task<SaveOutcome> ExecuteAsync(int number, Guid? pass, Command input, CancellationToken cancellationToken)
    {
        var person = await db.Employees.AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken);

        if (person is null || (pass is { } existing && !await db.ExamPasses.AnyAsync(one => one.Id == existing && one.EmployeeId == person.Id, cancellationToken)))
        {
            return SaveOutcome.NotFound;
        }

        var id = Guid.CreateVersion7();

        return await db.EditAsync(
            () => db.RecordAsync(user.OrganizationId, token => WriteAsync(id, person.Id, pass, input, token), cancellationToken),
            async () => await IsDuplicateAsync(person.Id, pass, input, cancellationToken) ? nameof(input.EarnedOn) : null);
    }

    private async Task WriteAsync(Guid id, Guid personId, Guid? pass, Command input, CancellationToken cancellationToken)
    {
        if (pass is null)
        {
            var person = await db.Employees.SingleOrConflictAsync(one => one.Id == personId, cancellationToken);
            db.ExamPasses.Add(new ExamPass(id, person, input.Code!, input.EarnedOn!.Value, input.ValidUntil));
        }
        else
        {
            var corrected = await db.ExamPasses.SingleOrConflictAsync(one => one.Id == pass, cancellationToken);
            db.ExpectVersion(corrected, input.Version);
            corrected.Correct(input.Code!, input.EarnedOn!.Value, input.ValidUntil);
        }
    }

    private Task<bool> IsDuplicateAsync(Guid personId, Guid? pass, Command input, CancellationToken cancellationToken) =>
        db.ExamPasses.AnyAsync(
            one => one.EmployeeId == personId && one.Code == input.Code && one.EarnedOn == input.EarnedOn && one.Id != pass,
            cancellationToken);

    internal sealed record Command
    {
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
