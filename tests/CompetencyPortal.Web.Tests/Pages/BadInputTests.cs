using System.Globalization;
using System.Net;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>What cannot be saved is refused beside its field in the reader's language; nothing typed is lost and nothing is saved.</summary>
public sealed class BadInputTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string AddPerson = "person";
    private const string AddPass = "pass";
    private const string AddEntry = "entry";
    private const string Organization = "organization";

    private static readonly string LongText = new('長', 300);

    private static readonly Dictionary<string, (string Name, string Value)[]> Valid = new(StringComparer.Ordinal)
    {
        [AddPerson] = [("Input.Name", "Nora Neu")],
        [AddPass] = [("Input.Code", "MB2-712"), ("Input.EarnedOn", "2026-01-05")],
        [AddEntry] = [("Input.On", "2026-10-10"), ("Input.Amount", "100"), ("Input.Currency", "USD")],
        [Organization] = [("Input.DefaultCurrency", "EUR")],
    };

    public static TheoryData<string, string, string, string> Refused() => new()
    {
        { AddPerson, "Input.Name", "", "Person.Name.Required" },
        { AddPerson, "Input.Name", " \u3000 ", "Person.Name.Required" },
        { AddPerson, "Input.Name", LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.Name", "two\nlines", "Validation.Characters" },
        { AddPerson, "Input.Name", "bell\u0007", "Validation.Characters" },
        { AddPerson, "Input.Name", "half \ud83d of a pair", "Validation.Characters" },
        { AddPerson, "Input.Reading", LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.LatinName", LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.Email", "no address", "Validation.EmailValidator" },
        { AddPerson, "Input.Email", "a@" + LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.EmployeeNumber", LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.CertificationId", LongText, "Validation.MaximumLengthValidator" },
        { AddPerson, "Input.Joined", "2017-02-30", "Validation.Day" },
        { AddPerson, "Input.Joined", "平成31年13月1日", "Validation.Day" },
        { AddPerson, "Input.Joined", "yesterday", "Validation.Day" },
        { AddPerson, "Input.Joined", "1949-12-31", "Validation.DayRange" },
        { AddPerson, "Input.LastDay", "2200-01-01", "Validation.DayRange" },
        { AddPass, "Input.Code", "", "Pass.Code.Required" },
        { AddPass, "Input.Code", "MB2-999", "Pass.Code.Unknown" },
        { AddPass, "Input.EarnedOn", "", "Pass.EarnedOn.Required" },
        { AddPass, "Input.EarnedOn", "2017-02-30", "Validation.Day" },
        { AddPass, "Input.EarnedOn", "2026-11-23", "Pass.EarnedOn.Future" },
        { AddPass, "Input.EarnedOn", "0001-01-01", "Validation.DayRange" },
        { AddPass, "Input.ValidUntil", "2026-01-04", "Pass.ValidUntil.BeforeEarned" },
        { AddPass, "Input.ValidUntil", "soon", "Validation.Day" },
        { AddEntry, "Input.On", "", "Entry.On.Required" },
        { AddEntry, "Input.On", "2017-02-30", "Validation.Day" },
        { AddEntry, "Input.On", "9999-12-31", "Validation.DayRange" },
        { AddEntry, "Input.Amount", "", "Entry.Amount.Required" },
        { AddEntry, "Input.Amount", "much", "Validation.Number" },
        { AddEntry, "Input.Amount", "12,50", "Validation.Number" },
        { AddEntry, "Input.Amount", "¥1,000", "Entry.Amount.OtherCurrency" },
        { AddEntry, "Input.Amount", "-100", "Entry.Amount.Negative" },
        { AddEntry, "Input.Amount", "－１００", "Entry.Amount.Negative" },
        { AddEntry, "Input.Amount", "100000000000000", "Entry.Amount.TooLarge" },
        { AddEntry, "Input.Amount", "9999999999999999999999999万", "Entry.Amount.TooLarge" },
        { AddEntry, "Input.Amount", "99999999999999999999999999999999", "Validation.Number" },
        { AddEntry, "Input.Amount", "1.00001", "Entry.Amount.Decimals" },
        { AddEntry, "Input.Currency", "XXX", "Entry.Currency.Unknown" },
        { AddEntry, "Input.Kind", "7", "Binding.Invalid" },
        { AddEntry, "Input.Kind", "gift", "Binding.Invalid" },
        { AddEntry, "Input.Customer", LongText, "Validation.MaximumLengthValidator" },
        { AddEntry, "Input.Customer", "tab\tbed", "Validation.Characters" },
        { AddEntry, "Input.Reference", LongText, "Validation.MaximumLengthValidator" },
        { AddEntry, "Input.Product", "no-such-product", "Entry.Product.Unknown" },
        { AddEntry, "Input.Association", "no-such-association", "Entry.Association.Unknown" },
        { Organization, "Input.DefaultCurrency", "dollars", "Entry.Currency.Unknown" },
        { Organization, "Input.DefaultCurrency", "", "Validation.NotEmptyValidator" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_is_refused_beside_its_field(string form, string field, string typed, string message)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        foreach (var culture in new[] { "en-US", "ja-JP" })
        {
            await visitor.SpeakAsync(culture);

            var screen = await FillAsync(visitor, form, (field, typed));

            ShouldRefuse(screen, field, typed, message, culture);
            OthersAreKept(screen, form, field);
        }

        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task A_last_day_before_the_joining_day_is_refused()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        var screen = await FillAsync(visitor, AddPerson, ("Input.Joined", "2024-05-02"), ("Input.LastDay", "2024-05-01"));

        ShouldRefuse(screen, "Input.LastDay", "2024-05-01", "Person.LastDay.BeforeJoined", "en-US");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Theory]
    [InlineData("Employment.Added.Joined", "2030-02-30", "Validation.Day")]
    [InlineData("Employment.Periods[0].LastDay", "1960-01-01", "Person.LastDay.BeforeJoined")]
    [InlineData("Employment.Added.LastDay", "2300-01-01", "Validation.DayRange")]
    public async Task A_period_that_cannot_be_is_refused_beside_its_field(string field, string typed, string message)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        var screen = await visitor.FillAsync($"/people/{records.Person}", "Employment", (field, typed));

        ShouldRefuse(screen, field, typed, message, "en-US");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task Periods_that_overlap_are_refused()
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        using var visitor = await portal.SignInAsync(DemoAccounts.ContosoAdmin);
        var before = await DatabaseContents.ReadAsync(portal);

        var screen = await visitor.FillAsync($"/people/{records.Person}", "Employment", ("Employment.Added.Joined", "2026-01-01"), ("Employment.Added.LastDay", "2026-12-31"));

        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.TextOf("#employment .field-error").ShouldSay("Employment.Overlap", "en-US");
        LeadsToEveryError(screen);
        screen.ValueOf("Employment.Added.Joined").ShouldBe("2026-01-01");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Theory]
    [InlineData("Input.Email", "Twin@Example.com", "ＴＷＩＮ@example.COM")]
    [InlineData("Input.EmployeeNumber", "abc1", "ＡＢＣ１")]
    [InlineData("Input.CertificationId", "ﾏｲｸﾛ-7", "マイクロ-7")]
    public async Task Somebody_elses_identity_is_refused_whatever_its_width_and_case(string field, string theirs, string typed)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var first = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", $"First {field}"), (field, theirs));
        first.Path.ShouldMatch("/people/[0-9]+", first.Text);
        var other = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", $"Second {field}"));
        var before = await DatabaseContents.ReadAsync(portal);

        var added = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", $"Third {field}"), (field, typed));
        var edited = await visitor.FillAsync(other.Path, "Details", (field, typed));

        var message = field.Replace("Input", "Person", StringComparison.Ordinal) + ".Duplicate";
        ShouldRefuse(added, field, typed, message, "en-US");
        ShouldRefuse(edited, field, typed, message, "en-US");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Fact]
    public async Task Of_two_with_one_name_each_needs_something_to_be_told_apart_by()
    {
        var organization = (await KnownRecords.OfAsync(portal, "Adatum")).Organization;
        var anna = await KnownRecords.PersonAsync(portal, organization, "Anna Keller");
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        var bare = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", "ａｎｎａ Keller"));
        var oneSided = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", "Anna Keller"), ("Input.EmployeeNumber", "2nd"));
        await visitor.FillAsync($"/people/{anna.Number}", "Details", ("Input.EmployeeNumber", "1st"));
        var toldApart = await visitor.FillAsync("/people/add", handler: null, ("Input.Name", "Anna Keller"), ("Input.EmployeeNumber", "2nd"));

        ShouldRefuse(bare, "Input.Name", "ａｎｎａ Keller", "Person.Name.Duplicate", "en-US");
        ShouldRefuse(oneSided, "Input.Name", "Anna Keller", "Person.Name.Duplicate", "en-US");
        toldApart.Path.ShouldMatch("/people/[0-9]+");
    }

    [Fact]
    public async Task The_same_pass_is_not_entered_twice()
    {
        var records = await KnownRecords.OfAsync(portal, "Adatum");
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var pass = await portal.InDatabaseAsync(db => db.ExamPasses.AsNoTracking().SingleAsync(one => one.Id == records.Pass));
        var before = await DatabaseContents.ReadAsync(portal);

        var typed = $"{pass.EarnedOn:yyyy/M/d}";
        var screen = await visitor.FillAsync($"/people/{records.Person}/pass", "Save", ("Input.Code", pass.Code), ("Input.EarnedOn", typed));

        ShouldRefuse(screen, "Input.EarnedOn", typed, "Pass.Duplicate", "en-US");
        await DatabaseContents.ShouldBeAsync(before, portal);
    }

    [Theory]
    [InlineData("１２３，４５６", "２０２６／１０／０１", "USD", "123456", "2026-10-01")]
    [InlineData("¥1,000", "2026年9月30日", "JPY", "1000", "2026-09-30")]
    [InlineData("12.5万円", "令和8年8月1日", "JPY", "125000", "2026-08-01")]
    [InlineData(" $ 2,000.25 ", "5 Jul 2026", "USD", "2000.25", "2026-07-05")]
    public async Task Amounts_and_days_are_read_as_people_type_them(string amount, string day, string currency, string readAmount, string readDay)
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);
        var reference = $"{Guid.NewGuid()}";

        await FillAsync(visitor, AddEntry, ("Input.Amount", amount), ("Input.On", day), ("Input.Currency", currency), ("Input.Reference", reference));

        var saved = await portal.InDatabaseAsync(db => db.RevenueEntries.AsNoTracking().SingleAsync(one => one.Reference == reference));
        saved.Amount.ShouldBe(decimal.Parse(readAmount, CultureInfo.InvariantCulture));
        $"{saved.On:O}".ShouldBe(readDay);
    }

    [Fact]
    public async Task A_pass_of_the_heisei_era_is_read()
    {
        var records = await KnownRecords.OfAsync(portal, "Adatum");
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        await visitor.FillAsync($"/people/{records.Person}/pass", "Save", ("Input.Code", "MB2-716"), ("Input.EarnedOn", "平成29年6月30日"));

        var saved = await portal.InDatabaseAsync(db => db.ExamPasses.AsNoTracking().SingleAsync(one => one.OrganizationId == records.Organization && one.Code == "MB2-716"));
        saved.EarnedOn.ShouldBe(new DateOnly(2017, 6, 30));
    }

    [Fact]
    public async Task A_credit_is_typed_as_a_positive_amount_and_taken_off()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        await FillAsync(visitor, AddEntry, ("Input.Amount", "77"), ("Input.Kind", nameof(RevenueKind.Credit)), ("Input.Reference", "credit"));

        var saved = await portal.InDatabaseAsync(db => db.RevenueEntries.AsNoTracking().SingleAsync(one => one.Reference == "credit"));
        saved.SignedAmount.ShouldBe(-77);
    }

    [Fact]
    public async Task The_longest_text_that_fits_is_saved()
    {
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        var screen = await FillAsync(visitor, AddPerson, ("Input.Name", LongText[..Employee.NameLength]), ("Input.EmployeeNumber", LongText[..Employee.EmployeeNumberLength]));

        screen.Path.ShouldMatch("/people/[0-9]+");
    }

    private static void ShouldRefuse(Screen screen, string field, string typed, string message, string culture)
    {
        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.ErrorOf(field).ShouldSay(message, culture);

        LeadsToEveryError(screen);

        var control = screen.Control(field)!;
        control.GetAttribute("aria-invalid").ShouldBe("true");
        control.GetAttribute("aria-describedby")!.ShouldContain(control.ParentElement!.QuerySelector(".err")!.Id!);

        if (control.LocalName == "input")
        {
            screen.ValueOf(field).ShouldBe(typed.Replace('\ud83d', '\ufffd'));
        }
    }

    /// <summary>The summary on top has a link to each field that is wrong.</summary>
    private static void LeadsToEveryError(Screen screen)
    {
        var links = screen.Document.QuerySelectorAll(".notice-not a").Select(link => link.GetAttribute("href")!).ToList();

        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => screen.Document.GetElementById(link.TrimStart('#')) != null, string.Join(' ', links));
    }

    private static void OthersAreKept(Screen screen, string form, string field)
    {
        foreach (var (name, value) in Valid[form].Where(valid => valid.Name != field))
        {
            screen.ValueOf(name).ShouldBe(value);
        }
    }

    private async Task<Screen> FillAsync(Visitor visitor, string form, params (string Name, string Value)[] typed)
    {
        var records = await KnownRecords.OfAsync(portal, "Contoso");
        var (address, handler) = form switch
        {
            AddPerson => ("/people/add", null),
            AddPass => ($"/people/{records.Person}/pass", "Save"),
            AddEntry => ("/revenue/entry", "Save"),
            _ => ("/organization", "Settings"),
        };

        return await visitor.FillAsync(address, handler, [.. Valid[form], .. typed]);
    }
}
