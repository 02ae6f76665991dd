using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Answers a question of the catalog about the organization with yes (and its days), no, or not at all.</summary>
internal sealed class AnswerFlag(PortalContext db, CurrentUser user)
{
    /// <summary>The version of a question that nobody has answered.</summary>
    private const long NoAnswer = -1;

    internal enum FlagChoice
    {
        NotAnswered,
        Yes,
        No,
    }

    public static Command From(FlagAnswer? stored) => new()
    {
        Choice = stored?.IsYes switch
        {
            null => FlagChoice.NotAnswered,
            true => FlagChoice.Yes,
            false => FlagChoice.No,
        },
        On = stored?.On,
        Until = stored?.Until,
        Version = stored?.Version ?? NoAnswer,
    };

    public Task<SaveOutcome> ExecuteAsync(string flag, Command input, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();

        return db.EditAsync(user.OrganizationId, token => WriteAsync(id, flag, input, token), cancellationToken);
    }

    private async Task<SaveOutcome> WriteAsync(Guid id, string flag, Command input, CancellationToken cancellationToken)
    {
        var stored = await db.FlagAnswers.SingleOrDefaultAsync(one => one.Flag == flag, cancellationToken);
        var isYes = input.Choice == FlagChoice.Yes;

        switch (stored, input.Choice)
        {
            case (null, FlagChoice.NotAnswered):
                break;
            case (null, _):
                db.FlagAnswers.Add(new FlagAnswer(id, user.OrganizationId, flag, isYes, input.On, input.Until));
                break;
            case (_, FlagChoice.NotAnswered):
                db.ExpectVersion(stored, input.Version);
                db.FlagAnswers.Remove(stored);
                break;
            default:
                db.ExpectVersion(stored, input.Version);
                stored.Answer(isYes, input.On, input.Until);
                break;
        }

        return SaveOutcome.Saved;
    }

    internal sealed record Command
    {
        public FlagChoice? Choice { get; init; }

        public DateOnly? On { get; init; }

        public DateOnly? Until { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(input => input.Choice).NotNull().IsInEnum();
            RuleFor(input => input.On).FactDay(text, formats);
            RuleFor(input => input.Until).FactDay(text, formats)
                .Must((input, until) => !(until < input.On)).WithMessage(_ => text["Flag.Until.BeforeOn"]);
        }
    }
}
