using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>
/// The portal as an operator gets it: published from a copy of the sources that was never built, run by itself in Production over https
/// with a certificate made for the test.
/// </summary>
internal sealed partial class PublishedPortal : IAsyncDisposable
{
    private const string CertificatePassword = "for this test alone";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate = CreateCertificate();
    private Process? portal;

    /// <summary>Answers a client that trusts the test's certificate and no other, and that follows no redirects.</summary>
    public async Task<HttpClient> StartAsync()
    {
        await CopySourcesAsync();
        // The analyzers have had their say when this project was built.
        await RunAsync(Sources, "dotnet", "publish", "src/CompetencyPortal.Web", "--output", App, "--disable-build-servers", "-p:RunAnalyzers=false");

        return new HttpClient(TrustingHandler()) { BaseAddress = await RunPortalAsync() };
    }

    private string Sources => folder.File("sources");

    private string App => folder.File("app");

    public async ValueTask DisposeAsync()
    {
        portal?.Kill(entireProcessTree: true);
        await (portal?.WaitForExitAsync() ?? Task.CompletedTask);
        portal?.Dispose();
        certificate.Dispose();
        folder.Dispose();
    }

    /// <summary>What git knows or would take, and nothing that an earlier build left.</summary>
    private async Task CopySourcesAsync()
    {
        var repository = Repository.Root;
        var files = await RunAsync(repository, "git", "ls-files", "--cached", "--others", "--exclude-standard");

        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(repository, file))))
        {
            var target = Path.Combine(Sources, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(repository, file), target);
        }
    }

    private async Task<Uri> RunPortalAsync()
    {
        var pfx = folder.File("portal.pfx");
        await File.WriteAllBytesAsync(pfx, certificate.Export(X509ContentType.Pfx, CertificatePassword));

        var start = Command(App, "dotnet", "CompetencyPortal.Web.dll");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["AllowedHosts"] = "127.0.0.1";
        start.Environment["ASPNETCORE_URLS"] = "https://127.0.0.1:0";
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Path"] = pfx;
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Password"] = CertificatePassword;
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={folder.File("portal.db")}";

        portal = Process.Start(start)!;
        portal.ErrorDataReceived += (_, _) => { };
        portal.BeginErrorReadLine();

        return await ListeningAddressAsync(portal.StandardOutput).WaitAsync(Patience);
    }

    private static async Task<Uri> ListeningAddressAsync(StreamReader output)
    {
        var said = new List<string>();

        while (await output.ReadLineAsync() is { } line)
        {
            said.Add(line);

            if (ListeningAt().Match(line) is { Success: true } match)
            {
                // Whoever does not read on stops the portal once the pipe is full.
                _ = output.ReadToEndAsync();
                return new Uri(match.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The published portal ended:\n" + string.Join('\n', said));
    }

    private SocketsHttpHandler TrustingHandler()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);

        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        };
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();

        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static async Task<string> RunAsync(string directory, params string[] command)
    {
        using var process = Process.Start(Command(directory, command))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.ExitCode.ShouldBe(0, output + await errors);

        return output;
    }

    private static ProcessStartInfo Command(string directory, params string[] command)
    {
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    [GeneratedRegex(@"Now listening on: (?<address>https://\S+?)""?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListeningAt();
}
