using System.Text.RegularExpressions;

namespace CompetencyPortal.Web.Tests.TagHelpers;

public sealed partial class IconTests
{
    private static readonly string Web = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "src", "CompetencyPortal.Web");

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprites_list()
    {
        var listed = File.ReadAllLines(Path.Combine(Web, "FrontEnd", "icons.txt"));

        var named = Directory.EnumerateFiles(Path.Combine(Web, "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(page => IconName().Matches(File.ReadAllText(page)))
            .Select(match => match.Groups["name"].Value)
            .ToList();

        named.ShouldNotBeEmpty();
        named.Except(listed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static string Root(DirectoryInfo folder)
    {
        return File.Exists(Path.Combine(folder.FullName, "CompetencyPortal.sln")) ? folder.FullName : Root(folder.Parent!);
    }

    [GeneratedRegex("<icon name=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconName();
}
