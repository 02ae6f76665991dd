namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Everything that says an assessment in words.</summary>
internal sealed record AssessmentTexts(AssessmentText Explain, RuleText Rule, PlanText Plan, OutlookText Outlook);
