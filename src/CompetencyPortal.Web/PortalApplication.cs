using System.Text.Encodings.Web;
using System.Text.Unicode;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Background;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Assessments;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Features.Standings;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Serilog;

namespace CompetencyPortal.Web;

/// <summary>What the portal is made of (<see cref="AddPortal"/>) and the way of a request through it (<see cref="UsePortal"/>).</summary>
internal static class PortalApplication
{
    /// <summary>Pages that ask whoever comes for a password or a secret.</summary>
    private static readonly string[] TakingPasswords = ["/Account/SignIn", "/Account/Setup", "/Account/Invitation"];

    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddPortalLogging();
        builder.Services.AddPortalData(builder.Configuration);
        builder.AddAccounts();
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        builder.AddTransport();
        builder.AddRequestLimits();
        builder.Services.AddPages();
        builder.AddFeatures();
    }

    public static void UsePortal(this WebApplication app)
    {
        app.Services.UsePortalValidationMessages();

        app.UseMiddleware<RequestLogging>();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");

        if (!app.Environment.IsDevelopment())
        {
            app.UseSecureTransport();
        }

        app.UseRouting();
        app.UseMethodsThatExist();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<FirstVisit>();
        app.UseMiddleware<SessionScope>();
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapGet("/health/live", () => Results.Ok()).AllowAnonymous().DisableRateLimiting();
        app.MapRazorPages().WithStaticAssets().TakeKnownMethods();
    }

    private static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .CreateLogger();

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    private static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddIdentity<User, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name is the e-mail address, whatever letters it has.
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Tokens.PasswordResetTokenProvider = OneTimeLinks.Provider;
                options.Password = new PasswordOptions
                {
                    RequiredLength = AccountRules.PasswordMinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
            })
            .AddEntityFrameworkStores<PortalContext>()
            .AddSignInManager<PortalSignIn>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddTokenProvider<OneTimeLinks>(OneTimeLinks.Provider);

        // Asked with every request, though what changes it ends the sessions as well.
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        builder.Services.AddScoped<ISecurityStampValidator, SessionStamp>();
        builder.Services.AddSingleton<ITicketStore, SessionTickets>();
        builder.Services.AddSingleton<SessionUses>();
        builder.Services.AddHostedService<SessionsWorker>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUser>();
        builder.Services.AddSingleton<SetupToken>();

        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/account/sign-in";
            options.LogoutPath = "/account/sign-out";
            options.AccessDeniedPath = "/error/403";
            options.ExpireTimeSpan = UserSession.Lifetime;
            options.SlidingExpiration = false;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.BindToHost("portal", builder.Environment);
        });

        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ITicketStore>((options, tickets) => options.SessionStore = tickets);

        builder.Services.AddAntiforgery(options => options.Cookie.BindToHost("portal-form", builder.Environment));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.BindToHost("portal-message", builder.Environment));

        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.PartnerAdmin, policy => policy.RequireRole(Roles.PartnerAdmin).RequireClaim(CurrentUser.OrganizationClaim))
            .AddPolicy(Policies.ProgramManager, policy => policy.RequireRole(Roles.ProgramManager))
            .AddPolicy(Policies.Manager, policy => policy.RequireRole(Roles.AccountManager, Roles.ProgramManager))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Roles.All).Build());
    }

    /// <summary>Only https carries the cookie, and no other host can set it; Development speaks plain http.</summary>
    private static void BindToHost(this CookieBuilder cookie, string name, IWebHostEnvironment environment)
    {
        cookie.Name = environment.IsDevelopment() ? name : $"__Host-{name}";
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    /// <summary>The use cases, and what pages share to read and to explain.</summary>
    private static void AddFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;

        services.AddPortalValidators();
        services.AddScoped<CreateFirstUser>();
        services.AddScoped<InviteUser>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<IssueLink>();
        services.AddScoped<ChangeRole>();
        services.AddScoped<DisableAccount>();
        services.AddScoped<EnableAccount>();
        services.AddScoped<EndSessions>();
        services.AddScoped<AddPerson>();
        services.AddScoped<EditPerson>();
        services.AddScoped<RemovePerson>();
        services.AddScoped<SamePerson>();
        services.AddScoped<PersonNames>();
        services.AddScoped<SaveEmployment>();
        services.AddScoped<CostOfLeaving>();
        services.AddScoped<SavePass>();
        services.AddScoped<RemovePass>();
        services.AddScoped<EntryChoices>();
        services.AddScoped<SaveRevenueEntry>();
        services.AddScoped<RemoveRevenueEntry>();
        services.AddScoped<CostOfFigures>();
        services.AddScoped<StateZero>();
        services.AddScoped<CreateOrganization>();
        services.AddScoped<RenameOrganization>();
        services.AddScoped<AddMarket>();
        services.AddScoped<RemoveMarket>();
        services.AddScoped<AssignManager>();
        services.AddScoped<EditOrganization>();
        services.AddScoped<FollowCompetencies>();
        services.AddScoped<AnswerFlag>();
        services.AddScoped<SaveRate>();
        services.AddScoped<RemoveRate>();
        services.AddScoped<PasteRates>();
        services.AddScoped<MissingRates>();
        services.AddScoped<StandingsProgress>();
        services.AddScoped<HistoryText>();
        services.AddScoped<ChangeHistory>();
        services.AddScoped<ReadAssessment>();
        services.AddScoped<AssessmentText>();
        services.AddScoped<ProgressText>();
        services.AddScoped<AssessmentTexts>();
        services.AddScoped<RuleText>();
        services.AddScoped<PlanText>();
        services.AddScoped<OutlookText>();
        services.AddScoped<AcceptingTiers>();
        services.AddScoped<CatalogDifferenceText>();

        services.AddSingleton<DueStandingsSignal>();
        services.AddHostedService<DueStandingsWorker>();
        services.AddScoped<DemoSeed>();
        services.AddOptions<DemoOptions>()
            .Configure(options => options.Enabled = builder.Environment.IsDevelopment())
            .Bind(builder.Configuration.GetSection("Demo"))
            .Validate(options => !options.Enabled || !builder.Environment.IsProduction(), "Demo:Enabled is not for Production: everybody knows its password.")
            .ValidateOnStart();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(PortalCultures.Configure);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddSingleton<IConfigureOptions<MvcOptions>, LocalizedModelBinding>();
        services.AddScoped<Formats>();
        services.AddScoped<FormOwner>();
        services.Configure<MvcOptions>(options => options.Filters.Add<RefusedForms>());

        // Japanese stays readable in the page's source instead of becoming one entity a letter.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddRazorPages(options =>
        {
            foreach (var page in TakingPasswords)
            {
                options.Conventions.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(RequestLimits.SignIns)));
            }

            options.Conventions.AuthorizeFolder("/People", Policies.PartnerAdmin);
            options.Conventions.AuthorizeFolder("/Revenue", Policies.PartnerAdmin);
            options.Conventions.AuthorizeFolder("/Assessment", Policies.PartnerAdmin);
            options.Conventions.AuthorizeFolder("/Organization", Policies.PartnerAdmin);
            options.Conventions.AuthorizeFolder("/Portfolio", Policies.Manager);
            options.Conventions.AuthorizeFolder("/Catalog", Policies.ProgramManager);
            options.Conventions.AuthorizeFolder("/Admin", Policies.ProgramManager);
            options.Conventions.AllowAnonymousToPage("/Account/SignIn");
            options.Conventions.AllowAnonymousToPage("/Account/SignOut");
            options.Conventions.AllowAnonymousToPage("/Account/Setup");
            options.Conventions.AllowAnonymousToPage("/Account/Invitation");
            options.Conventions.AllowAnonymousToPage("/Preferences");
            options.Conventions.AllowAnonymousToPage("/Error");
            options.Conventions.AddFolderApplicationModelConvention("/", HandledRequestsOnly.ApplyTo);
        });
    }
}
