using System.Text;

namespace CompetencyPortal.Web.Features.Catalog;

/// <summary>A catalog document as it came from a file or a text field.</summary>
/// <param name="Text">Null where it cannot be taken.</param>
/// <param name="Problem">Key of the text that says why not.</param>
internal sealed record CatalogUpload(string? Text, string? Problem)
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int LengthLimit = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file goes before what was typed.</summary>
    public static async Task<CatalogUpload> ReadAsync(IFormFile? file, string? typed, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            return Typed(typed);
        }

        if (file.Length > LengthLimit)
        {
            return new CatalogUpload(null, "Import.TooLong");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);

        return Decoded(bytes.ToArray());
    }

    public static CatalogUpload Typed(string? text) => text switch
    {
        null or "" => new CatalogUpload(null, "Import.Nothing"),
        _ when Encoding.UTF8.GetByteCount(text) > LengthLimit => new CatalogUpload(null, "Import.TooLong"),
        _ => new CatalogUpload(WithLineFeeds(text), null),
    };

    private static CatalogUpload Decoded(byte[] bytes)
    {
        try
        {
            return new CatalogUpload(WithLineFeeds(Strict.GetString(bytes).TrimStart('\uFEFF')), null);
        }
        catch (DecoderFallbackException)
        {
            return new CatalogUpload(null, "Import.NotUnicode");
        }
    }

    /// <summary>A form sends each line's end as two characters; the document that is imported is the one that was previewed, to the letter.</summary>
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
