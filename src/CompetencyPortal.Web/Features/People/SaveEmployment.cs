using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>Replaces the employment periods of a person: joining, leaving, coming back.</summary>
internal sealed class SaveEmployment(PortalContext db, CurrentUser user)
{
    /// <summary>The form's rows: the periods there are, and an empty one to add another.</summary>
    public static Command From(Employee person) => new()
    {
        Version = person.Version,
        Periods = [.. person.Periods.OrderBy(period => period.Joined ?? DateOnly.MinValue).Select(period => new Row { Joined = period.Joined, LastDay = period.LastDay })],
    };

    public Task<SaveOutcome> ExecuteAsync(int number, Command input, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            if (await db.Employees.Include(one => one.Periods).SingleOrDefaultAsync(one => one.Number == number, token) is not { } person)
            {
                return SaveOutcome.NotFound;
            }

            db.ExpectVersion(person, input.Version);
            person.Employ(input.Spans);

            return SaveOutcome.Saved;
        },
        cancellationToken);

    internal sealed record Command
    {
        public long Version { get; init; }

        public List<Row> Periods { get; init; } = [];

        /// <summary>A further period, where one of its days is given.</summary>
        public Row Added { get; init; } = new();

        /// <summary>What is to be kept; a made-up index can leave a hole in the list.</summary>
        internal IEnumerable<Row> Kept => Periods.OfType<Row>().Where(row => !row.Remove).Concat(Added.IsEmpty ? [] : [Added]);

        internal IReadOnlyList<EmploymentSpan> Spans => [.. Kept.Select(row => new EmploymentSpan(row.Joined, row.LastDay))];
    }

    internal sealed record Row
    {
        public DateOnly? Joined { get; init; }

        public DateOnly? LastDay { get; init; }

        public bool Remove { get; init; }

        internal bool IsEmpty => Joined is null && LastDay is null;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text, Formats formats)
        {
            var row = new RowValidator(text, formats);
            RuleForEach(input => input.Periods).SetValidator(row);
            RuleFor(input => input.Added).SetValidator(row);
            RuleFor(input => input.Periods)
                .Must((input, _) => input.Kept.Any()).WithMessage(_ => text["Employment.Last"])
                .Must((input, _) => !EmploymentSpan.Overlap(input.Spans))
                .WithMessage(_ => text["Employment.Overlap"]);
        }
    }

    private sealed class RowValidator : AbstractValidator<Row>
    {
        public RowValidator(IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(row => row.Joined).FactDay(text, formats);
            RuleFor(row => row.LastDay).FactDay(text, formats)
                .Must((row, lastDay) => !(lastDay < row.Joined)).WithMessage(_ => text["Person.LastDay.BeforeJoined"]);
        }
    }
}
