using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Tests.Organizations;

public class BoundedTextTests
{
    [Theory]
    [InlineData("abcde", true)]
    [InlineData("  abcde  ", true)]
    [InlineData("abcdef", false)]
    [InlineData("㍿", true)]
    [InlineData("㍿a", true)]
    [InlineData("㍿ab", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\ud800", false)]
    public void Text_fits_when_it_does_also_after_normalisation(string text, bool fits)
    {
        BoundedText.Fits(text, 5).ShouldBe(fits);
    }

    [Theory]
    [InlineData(" ＡＢＣ１ ", "ABC1")]
    [InlineData("ﾊﾅｺ", "ハナコ")]
    [InlineData("contoso", "CONTOSO")]
    public void Normal_text_has_one_width_and_one_case(string text, string normal)
    {
        BoundedText.Normalize(text).ShouldBe(normal);
    }
}
