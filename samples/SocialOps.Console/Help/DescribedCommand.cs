using System.CommandLine;

namespace SocialOps.Console.Help;

/// <summary>A command whose own help ends with examples; the list of commands shows only what it does.</summary>
internal sealed class DescribedCommand(string name, string description, string examples) : Command(name, description)
{
    public string Examples => examples;
}
