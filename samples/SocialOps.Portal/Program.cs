SocialOps.Portal.PortalHost.Build(args).Run();
