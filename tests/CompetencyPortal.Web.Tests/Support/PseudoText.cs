using System.Globalization;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>
/// The portal's texts, each in ⟦…⟧ for requests that carry the header <see cref="Header"/>, so that a text that comes from no
/// resource stands out. It goes by the request because the validators' messages are shared by all portals of a process.
/// </summary>
internal sealed class PseudoText(IStringLocalizerFactory factory, IHttpContextAccessor accessor) : IStringLocalizer<PortalText>
{
    public const string Header = "X-Pseudo-Language";

    private readonly IStringLocalizer _texts = factory.Create(typeof(PortalText));

    private bool IsPseudo => accessor.HttpContext?.Request.Headers.ContainsKey(Header) == true;

    public LocalizedString this[string name] => Marked(_texts[name]);

    public LocalizedString this[string name, params object[] arguments] => Marked(_texts[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures).Select(Marked);

    private LocalizedString Marked(LocalizedString text) => IsPseudo && !text.ResourceNotFound
        ? new LocalizedString(text.Name, string.Create(CultureInfo.InvariantCulture, $"⟦{text.Value}⟧"), resourceNotFound: false)
        : text;
}
