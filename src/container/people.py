"""Authentication, sessions and user accounts."""

from typing import cast

from dependency_injector import containers, providers

from src.application.identity.external_users import ExternalUsers
from src.application.identity.load_actors import LoadActors
from src.application.identity.load_viewers import LoadViewers
from src.application.identity.open_session import OpenSession
from src.application.identity.open_web_session import OpenWebSession
from src.application.selling.give_up_holds import GiveUpHolds
from src.application.use_cases.auth.authenticate import Authenticate
from src.application.use_cases.auth.begin_provider_log_in import BeginProviderLogIn
from src.application.use_cases.auth.check_password import CheckPassword
from src.application.use_cases.auth.end_web_session import EndWebSession
from src.application.use_cases.auth.finish_provider_log_in import FinishProviderLogIn
from src.application.use_cases.auth.forgot_password import ForgotPassword
from src.application.use_cases.auth.load_viewer import LoadViewer
from src.application.use_cases.auth.log_in import LogIn
from src.application.use_cases.auth.log_out import LogOut
from src.application.use_cases.auth.refresh_session import RefreshSession
from src.application.use_cases.auth.resend_verification import ResendVerification
from src.application.use_cases.auth.reset_password import ResetPassword
from src.application.use_cases.auth.sign_up import SignUp
from src.application.use_cases.auth.verify_email import VerifyEmail
from src.application.use_cases.user.change_password import ChangePassword
from src.application.use_cases.user.create_user import CreateUser
from src.application.use_cases.user.delete_own_account import DeleteOwnAccount
from src.application.use_cases.user.delete_user import DeleteUser
from src.application.use_cases.user.end_other_sessions import EndOtherSessions
from src.application.use_cases.user.end_session import EndSession
from src.application.use_cases.user.export_my_data import ExportMyData
from src.application.use_cases.user.get_user import GetUser, GetUserByUsername
from src.application.use_cases.user.list_sessions import ListSessions
from src.application.use_cases.user.list_users import ListUsers
from src.application.use_cases.user.set_user_active import SetUserActive
from src.application.use_cases.user.update_user import UpdateUser
from src.container.adapters import Adapters
from src.infrastructure.metrics.lanes import make_lanes
from src.infrastructure.read_models.viewers import read_viewers

SECONDS_TO_FORGET_A_PASSWORD = 0.3


class People(containers.DeclarativeContainer):
    """Authentication, sessions and user accounts."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    open_session = providers.Singleton(
        OpenSession,
        access_tokens=adapters.access_tokens,
        refresh_token_lifetime=adapters.settings.provided.refresh_token_lifetime,
    )
    open_web_session = providers.Singleton(
        OpenWebSession,
        secrets=adapters.web_session_secrets,
        lifetime=adapters.settings.provided.refresh_token_lifetime,
    )
    load_viewers = providers.Singleton(
        LoadViewers,
        read_viewers=read_viewers,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        lifetime=adapters.settings.provided.refresh_token_lifetime,
    )
    load_viewer = providers.Singleton(
        LoadViewer,
        secrets=adapters.web_session_secrets,
        viewer_lanes=providers.Singleton(
            make_lanes,
            adapters.tracing,
            adapters.lane_metrics,
            "viewer",
            load_viewers.provided.execute,
            max_batch=1000,
            max_waiting=10000,
        ),
    )
    end_web_session = providers.Singleton(
        EndWebSession, unit_of_work=adapters.unit_of_work, secrets=adapters.web_session_secrets
    )
    web_log_in = providers.Singleton(
        LogIn,
        unit_of_work=adapters.unit_of_work,
        users=adapters.users,
        password_hasher=adapters.password_hasher,
        open_session=open_web_session,
        clock=adapters.clock,
    )
    web_sign_up = providers.Singleton(
        SignUp,
        unit_of_work=adapters.unit_of_work,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
        open_session=open_web_session,
        clock=adapters.clock,
        requires_verification=adapters.settings.provided.sign_up_verification,
    )
    load_actors = providers.Singleton(LoadActors, users=adapters.users)
    actor_lanes = providers.Singleton(
        make_lanes,
        adapters.tracing,
        adapters.lane_metrics,
        "actor",
        load_actors.provided.execute,
        max_batch=1000,
        max_waiting=10000,
    )
    external_users = providers.Singleton(
        ExternalUsers, unit_of_work=adapters.unit_of_work, users=adapters.users
    )
    begin_provider_log_in = providers.Singleton(
        BeginProviderLogIn,
        unit_of_work=adapters.unit_of_work,
        provider=adapters.log_in_provider,
        secrets=adapters.feed_secrets,
        clock=adapters.clock,
    )
    finish_provider_log_in = providers.Singleton(
        FinishProviderLogIn,
        unit_of_work=adapters.unit_of_work,
        provider=adapters.log_in_provider,
        external_users=external_users,
        open_session=open_web_session,
        secrets=adapters.feed_secrets,
        clock=adapters.clock,
    )
    check_password = providers.Singleton(CheckPassword, password_policy=adapters.password_policy)
    authenticate = providers.Singleton(
        Authenticate,
        external_users=external_users,
        access_tokens=adapters.access_tokens,
        identity_provider=adapters.identity_provider,
        api_key_secrets=adapters.api_key_secrets,
        actor_lanes=actor_lanes,
    )
    sign_up = providers.Singleton(
        SignUp,
        unit_of_work=adapters.unit_of_work,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
        open_session=open_session,
        clock=adapters.clock,
        requires_verification=adapters.settings.provided.sign_up_verification,
    )
    verify_email = providers.Singleton(
        VerifyEmail, unit_of_work=adapters.unit_of_work, tokens=adapters.verification_tokens
    )
    resend_verification = providers.Singleton(
        ResendVerification, unit_of_work=adapters.unit_of_work
    )
    forgot_password = providers.Singleton(
        ForgotPassword, unit_of_work=adapters.unit_of_work, seconds=SECONDS_TO_FORGET_A_PASSWORD
    )
    reset_password = providers.Singleton(
        ResetPassword,
        unit_of_work=adapters.unit_of_work,
        users=adapters.users,
        tokens=adapters.reset_tokens,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
        clock=adapters.clock,
    )
    log_in = providers.Singleton(
        LogIn,
        unit_of_work=adapters.unit_of_work,
        users=adapters.users,
        password_hasher=adapters.password_hasher,
        open_session=open_session,
        clock=adapters.clock,
    )
    refresh_session = providers.Singleton(
        RefreshSession,
        unit_of_work=adapters.unit_of_work,
        access_tokens=adapters.access_tokens,
        open_session=open_session,
        clock=adapters.clock,
    )
    log_out = providers.Singleton(
        LogOut,
        unit_of_work=adapters.unit_of_work,
        access_tokens=adapters.access_tokens,
        clock=adapters.clock,
    )
    create_user = providers.Singleton(
        CreateUser,
        unit_of_work=adapters.unit_of_work,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
    )
    list_users = providers.Singleton(ListUsers, users=adapters.users)
    get_user = providers.Singleton(GetUser, users=adapters.users)
    get_user_by_username = providers.Singleton(GetUserByUsername, users=adapters.users)
    update_user = providers.Singleton(
        UpdateUser,
        unit_of_work=adapters.unit_of_work,
        users=adapters.users,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
        clock=adapters.clock,
    )
    set_user_active = providers.Singleton(
        SetUserActive, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    give_up_holds = providers.Singleton(
        GiveUpHolds, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    delete_user = providers.Singleton(
        DeleteUser,
        unit_of_work=adapters.unit_of_work,
        give_up_holds=give_up_holds,
        clock=adapters.clock,
    )
    delete_own_account = providers.Singleton(
        DeleteOwnAccount,
        users=adapters.users,
        events=adapters.events,
        password_hasher=adapters.password_hasher,
        delete_user=delete_user,
        clock=adapters.clock,
    )
    list_sessions = providers.Singleton(
        ListSessions, web_sessions=adapters.web_sessions, clock=adapters.clock
    )
    end_session = providers.Singleton(EndSession, unit_of_work=adapters.unit_of_work)
    end_other_sessions = providers.Singleton(
        EndOtherSessions, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    change_password = providers.Singleton(
        ChangePassword,
        update_user=update_user,
        unit_of_work=adapters.unit_of_work,
        open_session=open_web_session,
        clock=adapters.clock,
    )
    export_my_data = providers.Singleton(
        ExportMyData, unit_of_work=adapters.unit_of_work, personal_data=adapters.personal_data
    )
