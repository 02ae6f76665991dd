namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>A name or title by language (<c>en</c>, <c>ja</c>, <c>pt-BR</c>). English is always there.</summary>
public sealed record LocalizedText
{
    private const string Fallback = "en";

    /// <summary>Takes the texts by language; without <c>en</c> it is an <see cref="ArgumentException"/>.</summary>
    public LocalizedText(ValueMap<string, string> texts)
    {
        if (!texts.ContainsKey(Fallback))
        {
            throw new ArgumentException("A text must be given in English.", nameof(texts));
        }

        Texts = texts;
    }

    public ValueMap<string, string> Texts { get; }

    /// <summary>The text in English alone.</summary>
    public static LocalizedText English(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [Fallback] = text }.ToValueMap());

    /// <summary>The text in the language (<c>ja</c> or <c>ja-JP</c>), else in its main language, else in English.</summary>
    public string In(string language)
    {
        var mainLanguage = language.Split('-')[0];

        return Texts.TryGetValue(language, out var text) || Texts.TryGetValue(mainLanguage, out text) ? text : Texts[Fallback];
    }
}
