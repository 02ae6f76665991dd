using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>The portal on a port of this machine, in Production behind a proxy there that ends https; reached by bytes that no client would send.</summary>
public class ListeningPortal : PortalFactory
{
    public const string Name = "portal.example";

    public ListeningPortal()
    {
        Set("Clock:Today", string.Empty);
        Set("Proxy:Addresses:0", "127.0.0.1");
        Set("AllowedHosts", Name);
        UseKestrel(0);
    }

    protected override string Stage => "Production";

    /// <summary>Sends a request as the proxy would, with further headers and a body, and reads until the portal hangs up.</summary>
    internal Task<RawAnswer> SendAsync(string method, string target, string headers = "", string body = "") =>
        SendRawAsync($"{method} {target} HTTP/1.1\r\nHost: {Name}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n{headers}\r\n{body}");

    internal async Task<RawAnswer> SendRawAsync(string request)
    {
        StartServer();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, ClientOptions.BaseAddress.Port);
        await using var stream = client.GetStream();
        var sending = stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        await sending;

        return new RawAnswer(answer);
    }
}

/// <summary>An answer, byte for byte.</summary>
internal sealed record RawAnswer(string Text)
{
    public int Status => int.Parse(Text.Split(' ')[1], CultureInfo.InvariantCulture);

    public string? Header(string name) => Text.Split("\r\n\r\n")[0].Split("\r\n").Skip(1)
        .Select(line => line.Split(": ", 2))
        .FirstOrDefault(header => string.Equals(header[0], name, StringComparison.OrdinalIgnoreCase))?[1];
}
