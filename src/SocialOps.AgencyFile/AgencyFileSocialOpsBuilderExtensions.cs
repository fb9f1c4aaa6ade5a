using SocialOps;
using SocialOps.AgencyFiles;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes an agency file in.</summary>
public static class AgencyFileSocialOpsBuilderExtensions
{
    /// <summary>Takes the agency of a file in when the worker starts, for the only tenant. The file is read then, once; what changed in it becomes a new version.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file's path; a relative one counts from the process's working directory.</param>
    /// <returns>The builder.</returns>
    /// <remarks>At the start an <see cref="InvalidDefinitionException"/> tells all mistakes of the file, a <see cref="WiringException"/> that it is not there or cannot be read.</remarks>
    /// <exception cref="WiringException">Another agency was added before.</exception>
    public static SocialOpsBuilder AddAgencyFile(this SocialOpsBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFullPath(path);
        if (builder.Services.Any(d => d.ServiceType == typeof(Added) && ((Added)d.ImplementationInstance!).File == file))
        {
            return builder;
        }

        builder.Services.AddSingleton(new Added(file));
        return builder.AddAgency(_ => Load(path, file));
    }

    private static AgencyDefinition Load(string path, string file)
    {
        try
        {
            return AgencyFile.Load(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WiringException($"The agency file '{file}' is not there: put it there, or correct AddAgencyFile(\"{path}\").");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WiringException($"The agency file '{file}' cannot be read: give this process the right to, or correct AddAgencyFile(\"{path}\").");
        }
    }

    /// <summary>That a file was added.</summary>
    private sealed record Added(string File);
}
