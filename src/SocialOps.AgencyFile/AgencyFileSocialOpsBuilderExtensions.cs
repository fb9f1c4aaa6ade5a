using SocialOps;
using SocialOps.AgencyFiles;
using SocialOps.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes an agency file in.</summary>
public static class AgencyFileSocialOpsBuilderExtensions
{
    /// <summary>Takes the agency of a file in when the worker starts, for the only tenant. The file is read then, once; what changed in it becomes a new version.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file's path; a relative one counts from the process's working directory.</param>
    /// <returns>The builder.</returns>
    /// <remarks>At the start an <see cref="InvalidDefinitionException"/> tells all mistakes of the file, an <see cref="IOException"/> that it cannot be read.</remarks>
    public static SocialOpsBuilder AddAgencyFile(this SocialOpsBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.AddAgency(_ => AgencyFile.Load(path));
    }
}
