namespace CompetencyPortal.Web.Localization;

/// <summary>Marks the resources of every text that the portal shows: <c>PortalText.resx</c> (English) and <c>PortalText.ja.resx</c>.</summary>
public sealed class PortalText;
