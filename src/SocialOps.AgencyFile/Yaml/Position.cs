namespace SocialOps.AgencyFiles.Yaml;

/// <summary>A place in the file, both from 1. A column counts UTF-16 units, as editors do.</summary>
internal readonly record struct Position(int Line, int Column);
