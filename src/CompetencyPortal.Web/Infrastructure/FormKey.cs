using System.Security.Cryptography;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>A form for a new record carries a key of its own, so that sent twice it enters one record.</summary>
internal static class FormKey
{
    /// <summary>The id of the record that the form enters. The organization is part of it: nobody can guess at another one's records.</summary>
    public static Guid ToRecordId(Guid formKey, Guid organizationId)
    {
        Span<byte> both = stackalloc byte[32];
        var key = formKey == Guid.Empty ? Guid.CreateVersion7() : formKey;
        key.TryWriteBytes(both);
        organizationId.TryWriteBytes(both[16..]);

        return new Guid(SHA256.HashData(both).AsSpan(0, 16));
    }
}
